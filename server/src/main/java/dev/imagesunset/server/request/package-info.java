/** What is known about one request, from its first byte to its answer. */
@NullMarked
package dev.imagesunset.server.request;

import org.jspecify.annotations.NullMarked;
