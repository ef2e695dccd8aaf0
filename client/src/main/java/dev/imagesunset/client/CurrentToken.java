package dev.imagesunset.client;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The token in use: asked for at the first call, and again when the service has refused it. */
final class CurrentToken {
    private final Supplier<String> supplier;
    private @Nullable String token;

    CurrentToken(Supplier<String> supplier) {
        this.supplier = supplier;
    }

    synchronized String get() {
        return token == null ? ask() : token;
    }

    /** The token to use instead of a refused one; many callers with the same refused token ask the supplier once. */
    synchronized String insteadOf(String refused) {
        return refused.equals(token) ? ask() : get();
    }

    private String ask() {
        String fresh = supplier.get();
        if (!isHeaderValue(fresh)) {
            // Not the JDK's own refusal, since that quotes the token.
            throw new IllegalStateException("The token supplier gave no token of visible ASCII characters");
        }
        token = fresh;
        return fresh;
    }

    private static boolean isHeaderValue(@Nullable String text) {
        return text != null && !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
