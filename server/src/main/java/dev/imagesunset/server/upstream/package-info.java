/** The same delete, done through the native API of an image service that a cloud already has. */
@NullMarked
package dev.imagesunset.server.upstream;

import org.jspecify.annotations.NullMarked;
