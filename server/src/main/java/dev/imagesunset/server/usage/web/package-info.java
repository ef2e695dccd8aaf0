/** What operators see of the end of an operation. */
@NullMarked
package dev.imagesunset.server.usage.web;

import org.jspecify.annotations.NullMarked;
