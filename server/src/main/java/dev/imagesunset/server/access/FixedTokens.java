package dev.imagesunset.server.access;

import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Caller;
import dev.imagesunset.server.settings.IllegalSetting;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Tokens listed in the settings, where everybody can read them, like the demo's. */
final class FixedTokens implements TokenAuthority {
    private final Map<String, Caller> callers;

    /**
     * Accepts these tokens, on a server that is reachable only from its own machine.
     *
     * @throws IllegalSetting if there are none, or if the address is not a loopback address
     */
    FixedTokens(Map<String, Caller> callers, @Nullable InetAddress address) {
        if (callers.isEmpty()) {
            throw new IllegalSetting(
                    "Nobody could call this server: neither image-sunset.identity.urls nor image-sunset.access.tokens is set.",
                    "Set image-sunset.identity.urls to where Keystone is, or start the demo with ./mvnw spring-boot:run in the project's folder.");
        }
        if (address == null || !address.isLoopbackAddress()) {
            throw new IllegalSetting(
                    "The tokens in image-sunset.access.tokens are readable by everybody, and server.address is not a loopback address.",
                    "Set server.address to 127.0.0.1.");
        }
        this.callers = Map.copyOf(callers);
    }

    @Override
    public Caller callerOf(String token) {
        Caller caller = callers.get(token);
        if (caller == null) {
            throw new Refusal(ProblemCode.TOKEN_INVALID);
        }
        return caller;
    }

    @Override
    public CompletableFuture<Caller> lookUp(String token, String from) {
        return CompletableFuture.completedFuture(callerOf(token));
    }

    @Override
    public void check() {
        // A list is always available.
    }

    @Override
    public void prove(String token) {
        // Nor does it ever fail.
    }

    @Override
    public boolean goesOnWithoutIt() {
        return true;
    }
}
