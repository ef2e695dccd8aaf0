package dev.imagesunset.client;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A token that a supplier was asked for, and that many calls may wait for; one that gives up leaves nothing behind. */
final class AwaitedToken {
    private final CompletableFuture<String> token;
    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();

    AwaitedToken(CompletableFuture<String> token) {
        this.token = token;
        Relay.afterwards(token, () -> waiting.forEach(Runnable::run));
    }

    /** The token, as a future of one call's own. */
    CompletableFuture<String> await() {
        CompletableFuture<String> own = new CompletableFuture<>();
        Runnable handing = () -> Relay.hand(token, own, Runnable::run);
        waiting.add(handing);
        Relay.afterwards(own, () -> waiting.remove(handing));
        if (token.isDone()) {
            handing.run();
        }
        return own;
    }

    boolean hasFailed() {
        return token.isCompletedExceptionally();
    }

    boolean is(String value) {
        return !hasFailed() && value.equals(token.getNow(""));
    }
}
