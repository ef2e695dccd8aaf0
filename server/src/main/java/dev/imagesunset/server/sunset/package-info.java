/** The end of an operation: its dates, and the headers that tell everybody. */
@NullMarked
package dev.imagesunset.server.sunset;

import org.jspecify.annotations.NullMarked;
