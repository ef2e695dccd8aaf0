/** The client of the Image Management Service; start at {@link dev.imagesunset.client.ImageService}. */
@NullMarked
package dev.imagesunset.client;

import org.jspecify.annotations.NullMarked;
