/** How fast the server deletes, as a ratio to how fast its database could. */
@NullMarked
package dev.imagesunset.server.bench;

import org.jspecify.annotations.NullMarked;
