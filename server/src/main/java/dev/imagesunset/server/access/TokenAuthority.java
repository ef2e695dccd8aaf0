package dev.imagesunset.server.access;

import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Caller;
import java.util.concurrent.CompletableFuture;

/** Validates tokens. */
interface TokenAuthority {
    /**
     * Returns the caller whom a token identifies.
     *
     * @throws Refusal if the token is invalid
     * @throws IdentityUnavailable if it cannot be validated at the moment
     */
    Caller callerOf(String token);

    /**
     * Finds out whom a token identifies without making anybody wait; it fails if that cannot be determined at once.
     *
     * @param from the source of the request, so that many requests from one source do not hold up others
     * @throws Refusal if no token looks like that
     */
    CompletableFuture<Caller> lookUp(String token, String from);

    /**
     * Checks that tokens can be validated.
     *
     * @throws IdentityUnavailable if they cannot
     */
    void check();

    /**
     * Checks the same by validating a token anew, good or bad. A made-up one would prove less: it can be refused without
     * a look at what tokens there are.
     *
     * @throws IdentityUnavailable if it cannot be validated
     */
    void prove(String token);

    /** Whether some tokens are still accepted while they cannot. */
    boolean goesOnWithoutIt();
}
