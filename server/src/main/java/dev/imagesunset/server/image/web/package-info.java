/** The generated interfaces, implemented; nothing but translation. */
@NullMarked
package dev.imagesunset.server.image.web;

import org.jspecify.annotations.NullMarked;
