/** What the server reads from its own contract. */
@NullMarked
package dev.imagesunset.server.contract;

import org.jspecify.annotations.NullMarked;
