package dev.imagesunset.server.remote;

import dev.imagesunset.server.settings.IllegalSetting;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Makes HTTP clients that trust the certificates in the settings. */
public final class TrustingHttp {
    private TrustingHttp() {}

    /**
     * Makes a client.
     *
     * @param caCertificate a PEM file with the certificates to trust instead of those that Java trusts
     * @param settings the prefix of its settings' names, like {@code image-sunset.identity}
     * @throws IllegalSetting if the file cannot be read
     */
    public static HttpClient client(Duration connectTimeout, @Nullable Path caCertificate, String settings) {
        HttpClient.Builder http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(connectTimeout);
        if (caCertificate != null) {
            http.sslContext(trusting(caCertificate, settings));
        }
        return http.build();
    }

    private static SSLContext trusting(Path caCertificate, String settings) {
        try {
            PemSslStoreDetails certificates =
                    PemSslStoreDetails.forCertificate(caCertificate.toUri().toString());
            return SslBundle.of(new PemSslStoreBundle(null, certificates)).createSslContext();
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw new IllegalSetting(
                    "%s.ca-certificate is %s, which cannot be read: %s."
                            .formatted(settings, caCertificate, e.getMessage()),
                    "Set the path of a PEM file with the certificates of the authority that signed the service's certificate.");
        }
    }
}
