/** JSON for this client and its stub only, so that it can change. */
@NullMarked
package dev.imagesunset.client.json;

import org.jspecify.annotations.NullMarked;
