/** The end of an operation: its dates, and the headers that announce them. */
@NullMarked
package dev.imagesunset.server.sunset;

import org.jspecify.annotations.NullMarked;
