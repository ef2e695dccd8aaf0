package dev.imagesunset.server.upstream;

import dev.imagesunset.server.image.Deletions;
import dev.imagesunset.server.image.ImageBackend;
import dev.imagesunset.server.image.Tombstones;
import dev.imagesunset.server.settings.IllegalSetting;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpClient;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chooses where the images are: in the image service whose URL is set, in the own catalogue otherwise. */
@Configuration
class Upstream {
    @Bean
    NativeImageApi nativeImageApi(UpstreamProperties settings, MeterRegistry meters) {
        return new NativeImageApi(new UpstreamEndpoints(settings.url(), httpClient(settings), meters));
    }

    @Bean
    @Primary
    ImageBackend imageBackend(
            UpstreamProperties settings, Deletions catalogue, NativeImageApi images, JdbcClient database) {
        return settings.isInFront()
                ? new UpstreamDeletions(
                        images, new UpstreamLimits(settings.maxCalls()), new DeletionRecords(database), settings)
                : catalogue;
    }

    @Bean
    Tombstones tombstones(UpstreamProperties settings, JdbcClient database) {
        return new Tombstones(database, settings.isInFront() ? DeletionRecords.AS_TOMBSTONES : "images");
    }

    @Bean
    HealthIndicator upstreamHealthIndicator(UpstreamProperties settings, NativeImageApi images) {
        return () -> {
            try {
                if (settings.isInFront()) {
                    images.check(settings.answerTimeout());
                }
                return Health.up().build();
            } catch (NoAnswer e) {
                return Health.down()
                        .withDetail("reason", String.valueOf(e.getMessage()))
                        .build();
            }
        };
    }

    private static HttpClient httpClient(UpstreamProperties settings) {
        HttpClient.Builder http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(settings.connectTimeout());
        if (settings.caCertificate() != null) {
            http.sslContext(trusting(settings.caCertificate()));
        }
        return http.build();
    }

    private static SSLContext trusting(Path caCertificate) {
        try {
            PemSslStoreDetails certificates =
                    PemSslStoreDetails.forCertificate(caCertificate.toUri().toString());
            return SslBundle.of(new PemSslStoreBundle(null, certificates)).createSslContext();
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new IllegalSetting(
                    "image-sunset.upstream.ca-certificate is %s, which cannot be read: %s"
                            .formatted(caCertificate, e.getMessage()),
                    "Set the path of a PEM file with the certificates of the authority that signed the image service's.");
        }
    }
}
