package dev.imagesunset.server.access;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.imagesunset.server.remote.ClearText;
import dev.imagesunset.server.remote.PromptCheck;
import dev.imagesunset.server.settings.IllegalSetting;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/** Chooses what validates tokens: Keystone if its URLs are set, a fixed list otherwise. */
@Configuration
class Authorities {
    /**
     * Before JDK 21, each waiting request holds one of the web server's 200 threads, and other requests need some too.
     */
    private static final int WAITING_PER_VALIDATION = 8;

    @Bean
    TokenAuthority tokens(
            AccessProperties access,
            IdentityProperties identity,
            ServerProperties server,
            ClearText clearText,
            MeterRegistry meters) {
        if (identity.urls().isEmpty()) {
            return new FixedTokens(access.callers(), server.getAddress());
        }
        if (!access.tokens().isEmpty()) {
            throw new IllegalSetting(
                    "Both image-sunset.identity.urls and image-sunset.access.tokens are set: either Keystone or a list decides about tokens.",
                    "Leave one of them out.");
        }
        clearText.judge("image-sunset.identity.urls", identity.urls());
        return keystoneTokens(access, identity, meters);
    }

    @Bean
    IdentityHealth identityHealthIndicator(TokenAuthority tokens) {
        return new IdentityHealth(tokens, PromptCheck.PATIENCE);
    }

    private static KeystoneTokens keystoneTokens(
            AccessProperties access, IdentityProperties identity, MeterRegistry meters) {
        return new KeystoneTokens(
                Keystone.at(identity, access),
                identity,
                line(workers(identity.maxValidations()), identity),
                new CallersSource(),
                InstantSource.system(),
                Ticker.systemTicker(),
                meters);
    }

    static FairLine line(Executor workers, IdentityProperties identity) {
        int atOnce = identity.maxValidations();
        return new FairLine(workers, atOnce, atOnce * WAITING_PER_VALIDATION);
    }

    static ExecutorService workers(int number) {
        ThreadPoolExecutor workers = new ThreadPoolExecutor(
                number,
                number,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new CustomizableThreadFactory("identity-"));
        workers.allowCoreThreadTimeOut(true);
        return workers;
    }
}
