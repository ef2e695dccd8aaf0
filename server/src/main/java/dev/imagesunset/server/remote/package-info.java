/**
 * Calls of other services over HTTP: which certificates to trust, how long to wait, how much to read, whom to ask next.
 */
@NullMarked
package dev.imagesunset.server.remote;

import org.jspecify.annotations.NullMarked;
