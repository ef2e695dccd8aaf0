/** Who is calling: from a token to a {@link dev.imagesunset.server.request.Caller}. */
@NullMarked
package dev.imagesunset.server.access;

import org.jspecify.annotations.NullMarked;
