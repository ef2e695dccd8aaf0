/** The catalogue of images, and the rules for deleting one. */
@NullMarked
package dev.imagesunset.server.image;

import org.jspecify.annotations.NullMarked;
