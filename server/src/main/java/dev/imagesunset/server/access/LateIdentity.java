package dev.imagesunset.server.access;

import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.request.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Finds out who called when the answer does not depend on it, as after the sunset; nobody waits for the result. */
@Component
public class LateIdentity {
    private final TokenAuthority tokens;

    LateIdentity(TokenAuthority tokens) {
        this.tokens = tokens;
    }

    /** The caller who sent a request; it fails if that cannot be determined at once. */
    public CompletableFuture<Caller> of(HttpServletRequest request) {
        try {
            String from = Objects.requireNonNullElse(Exchange.of(request).from(), "");
            return tokens.lookUp(TokenHeader.of(request), CallersSource.of(from));
        } catch (Refusal e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
