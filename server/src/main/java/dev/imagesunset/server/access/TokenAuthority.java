package dev.imagesunset.server.access;

import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Caller;
import java.util.concurrent.CompletableFuture;

/** Who tells good tokens from bad ones. */
interface TokenAuthority {
    /**
     * Returns who a token stands for.
     *
     * @throws Refusal if the token is not good
     * @throws IdentityUnavailable if that cannot be told now
     */
    Caller callerOf(String token);

    /**
     * Finds out who a token stands for without making anybody wait; it fails if that cannot be told at once.
     *
     * @param from where it comes from, as far as many from one place must not hold up others
     */
    CompletableFuture<Caller> lookUp(String token, String from);

    /**
     * Makes sure that tokens can be told apart.
     *
     * @throws IdentityUnavailable if not
     */
    void check();

    /** Whether some tokens are good even while that fails. */
    boolean goesOnWithoutIt();
}
