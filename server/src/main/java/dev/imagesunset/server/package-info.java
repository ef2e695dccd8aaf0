/** Image Sunset: the server of one abandoned call. */
@NullMarked
package dev.imagesunset.server;

import org.jspecify.annotations.NullMarked;
