package dev.imagesunset.client;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The token in use: asked for at the first call, and again when the service has refused it. A thread of its own asks, so
 * that nobody has to wait for the answer longer than they can.
 */
final class CurrentToken {
    private final Supplier<String> supplier;
    private @Nullable AwaitedToken token;

    CurrentToken(Supplier<String> supplier) {
        this.supplier = supplier;
    }

    /** A future of the caller's own, which it may end when it waits no longer. */
    synchronized CompletableFuture<String> get() {
        AwaitedToken current = token == null || token.hasFailed() ? ask() : token;
        return current.await();
    }

    /** The token to use instead of a refused one; many callers with the same refused token ask the supplier once. */
    synchronized CompletableFuture<String> insteadOf(String refused) {
        return token != null && token.is(refused) ? ask().await() : get();
    }

    private AwaitedToken ask() {
        AwaitedToken asked =
                new AwaitedToken(CompletableFuture.supplyAsync(this::askSupplier, CurrentToken::inAThreadOfItsOwn));
        token = asked;
        return asked;
    }

    private String askSupplier() {
        String fresh = supplier.get();
        if (!isHeaderValue(fresh)) {
            // Not the JDK's own refusal, since that quotes the token.
            throw new IllegalStateException("The token supplier gave no token of visible ASCII characters");
        }
        return fresh;
    }

    private static void inAThreadOfItsOwn(Runnable asking) {
        Thread thread = new Thread(asking, "image-service-token");
        thread.setDaemon(true);
        thread.start();
    }

    static boolean isHeaderValue(@Nullable String text) {
        return text != null && !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
