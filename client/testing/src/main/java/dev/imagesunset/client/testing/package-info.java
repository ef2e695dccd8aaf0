/** A stand-in for the service in its consumers' tests; start at {@link dev.imagesunset.client.testing.ImageServiceStub}. */
@NullMarked
package dev.imagesunset.client.testing;

import org.jspecify.annotations.NullMarked;
