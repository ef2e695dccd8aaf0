/** Implementations of the generated interfaces, which only translate. */
@NullMarked
package dev.imagesunset.server.image.web;

import org.jspecify.annotations.NullMarked;
