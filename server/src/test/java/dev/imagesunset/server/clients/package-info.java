/** The ordinary clients of the Image API, unmodified. */
@NullMarked
package dev.imagesunset.server.clients;

import org.jspecify.annotations.NullMarked;
