package dev.imagesunset.client;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The environment variables of OpenStack's tools, and those that the libraries beneath them read. */
final class Environment {
    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    ImageServiceClientBuilder client() {
        value("OS_CERT", "OS_KEY").ifPresent(key -> {
            throw new IllegalStateException(
                    "OS_CERT and OS_KEY are not read here. Unset them, or build the client with an"
                            + " sslContext(...) that has the key");
        });
        String endpoint = value("OS_ENDPOINT", "OS_IMAGE_ENDPOINT_OVERRIDE", "OS_IMAGE_URL")
                .orElseThrow(() -> new IllegalStateException(
                        "OS_ENDPOINT is not set. It is the service's address, like https://ims.example.com"));
        String token = value("OS_TOKEN", "OS_AUTH_TOKEN")
                .orElseThrow(() -> new IllegalStateException(
                        "OS_TOKEN is not set. This prints a token:" + " openstack token issue -f value -c id"));
        ImageServiceClientBuilder client =
                read("OS_ENDPOINT", endpoint, it -> ImageServiceClient.builder(URI.create(it)));
        value("OS_CACERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
                .map(file -> read("OS_CACERT", file, it -> TrustedCertificates.in(Path.of(it))))
                .ifPresent(client::sslContext);
        proxy("https_proxy").or(() -> proxy("http_proxy")).ifPresent(any -> client.proxy(proxies()));
        return client.token(token);
    }

    private EnvironmentProxies proxies() {
        return new EnvironmentProxies(
                proxy("https_proxy").orElse(null),
                proxy("http_proxy").orElse(null),
                either("no_proxy").orElse(""));
    }

    private Optional<URI> proxy(String name) {
        return either(name).map(address -> read(name, address, EnvironmentProxies::address));
    }

    private Optional<String> either(String name) {
        return value(name, name.toUpperCase(Locale.ROOT));
    }

    /** The first that is set. */
    private Optional<String> value(String... names) {
        return Stream.of(names)
                .map(name -> variables.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static <T> T read(String name, String value, Function<String, T> reading) {
        try {
            return reading.apply(value.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(name + " cannot be '" + value + "': " + e.getMessage(), e);
        }
    }
}
