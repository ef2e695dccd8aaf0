/** The contract under random calls, and what many callers see at the same time. */
@NullMarked
package dev.imagesunset.server.fuzz;

import org.jspecify.annotations.NullMarked;
