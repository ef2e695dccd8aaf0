/** Turns every refusal and failure into a problem document, all in one place. */
@NullMarked
package dev.imagesunset.server.problem;

import org.jspecify.annotations.NullMarked;
