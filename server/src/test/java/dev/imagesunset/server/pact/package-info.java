/** The tie between the server, the pacts of its clients, and the contract. */
@NullMarked
package dev.imagesunset.server.pact;

import org.jspecify.annotations.NullMarked;
