/** The catalogue of images, and the rules by which one is deleted. */
@NullMarked
package dev.imagesunset.server.image;

import org.jspecify.annotations.NullMarked;
