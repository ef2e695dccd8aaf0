/** The contract of the Image Management Service as an artifact. */
@NullMarked
package dev.imagesunset.api;

import org.jspecify.annotations.NullMarked;
