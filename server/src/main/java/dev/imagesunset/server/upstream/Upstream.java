package dev.imagesunset.server.upstream;

import dev.imagesunset.server.access.IdentityHealth;
import dev.imagesunset.server.database.WriteCheck;
import dev.imagesunset.server.image.Deletions;
import dev.imagesunset.server.image.ImageBackend;
import dev.imagesunset.server.image.Tombstones;
import dev.imagesunset.server.remote.ClearText;
import dev.imagesunset.server.remote.Endpoints;
import dev.imagesunset.server.remote.PromptCheck;
import dev.imagesunset.server.remote.TrustingHttp;
import dev.imagesunset.server.remote.WholeAnswers;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Chooses where the images are: in the image service if its URL is set, in the server's own catalogue otherwise. */
@Configuration
class Upstream {
    @Bean
    NativeImageApi nativeImageApi(UpstreamProperties settings, ClearText clearText, MeterRegistry meters) {
        clearText.judge("image-sunset.upstream.url", settings.url());
        HttpClient http =
                TrustingHttp.client(settings.connectTimeout(), settings.caCertificate(), "image-sunset.upstream");
        return new NativeImageApi(new Endpoints(
                settings.url().stream().map(UpstreamProperties::withoutVersion).toList(),
                new MeteredSender(new WholeAnswers(http), meters)));
    }

    @Bean
    @Primary
    ImageBackend imageBackend(
            UpstreamProperties settings,
            Deletions catalogue,
            NativeImageApi images,
            JdbcClient database,
            WriteCheck writes,
            PlatformTransactionManager transactions,
            IdentityHealth identity) {
        return settings.isInFront()
                ? new UpstreamDeletions(
                        images,
                        new UpstreamLimits(settings.maxCalls()),
                        new DeletionRecords(database, writes, transactions),
                        identity,
                        settings)
                : catalogue;
    }

    @Bean
    Tombstones tombstones(UpstreamProperties settings, JdbcClient database) {
        return new Tombstones(database, settings.isInFront() ? DeletionRecords.AS_TOMBSTONES : "images");
    }

    @Bean
    HealthIndicator upstreamHealthIndicator(UpstreamProperties settings, NativeImageApi images) {
        if (!settings.isInFront()) {
            return () -> Health.up().build();
        }
        PromptCheck check = new PromptCheck(() -> images.check(settings.answerTimeout()), PromptCheck.PATIENCE);
        return () -> health(check.find());
    }

    private static Health health(PromptCheck.Finding finding) {
        Health.Builder health = finding.isWell() ? Health.up() : Health.down();
        return finding.remark().isEmpty()
                ? health.build()
                : health.withDetail("reason", finding.remark()).build();
    }
}
