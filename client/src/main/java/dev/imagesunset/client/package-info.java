/** The client of the Image Management Service; start at {@link dev.imagesunset.client.ImageServiceClient}. */
@NullMarked
package dev.imagesunset.client;

import org.jspecify.annotations.NullMarked;
