/** The one place where every refusal and failure becomes a problem document. */
@NullMarked
package dev.imagesunset.server.problem;

import org.jspecify.annotations.NullMarked;
