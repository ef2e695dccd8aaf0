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
        Variable endpoint = value("OS_ENDPOINT", "OS_IMAGE_ENDPOINT_OVERRIDE", "OS_IMAGE_URL")
                .orElseThrow(() -> new IllegalStateException(
                        "OS_ENDPOINT is not set. It is the service's address, like https://ims.example.com"));
        Variable token = value("OS_TOKEN", "OS_AUTH_TOKEN")
                .orElseThrow(() -> new IllegalStateException(
                        "OS_TOKEN is not set. This prints a token:" + " openstack token issue -f value -c id"));
        ImageServiceClientBuilder client = endpoint.read(it -> ImageServiceClient.builder(URI.create(it)));
        value("OS_CACERT", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
                .map(file -> file.read(it -> TrustedCertificates.in(Path.of(it))))
                .ifPresent(client::sslContext);
        proxy("https_proxy").or(() -> proxy("http_proxy")).ifPresent(any -> client.proxy(proxies()));
        return client.token(token.token());
    }

    private EnvironmentProxies proxies() {
        return new EnvironmentProxies(
                proxy("https_proxy").orElse(null),
                proxy("http_proxy").orElse(null),
                either("no_proxy").map(it -> it.value).orElse(""));
    }

    private Optional<URI> proxy(String name) {
        return either(name).map(address -> address.read(EnvironmentProxies::address));
    }

    private Optional<Variable> either(String name) {
        return value(name, name.toUpperCase(Locale.ROOT));
    }

    /** The first that is set. */
    private Optional<Variable> value(String... names) {
        return Stream.of(names)
                .map(name -> new Variable(name, variables.getOrDefault(name, "")))
                .filter(variable -> !variable.value.isBlank())
                .findFirst();
    }

    private record Variable(String name, String value) {
        <T> T read(Function<String, T> reading) {
            try {
                return reading.apply(value.strip());
            } catch (IllegalArgumentException e) {
                throw value.contains("@") ? withoutPasswords() : unusable(e);
            }
        }

        /** Never shows what is none. */
        String token() {
            String token = value.strip();
            if (!CurrentToken.isHeaderValue(token)) {
                throw new IllegalStateException(name
                        + " is no token: it contains characters other than visible ASCII. This prints one:"
                        + " openstack token issue -f value -c id");
            }
            return token;
        }

        private IllegalStateException unusable(IllegalArgumentException e) {
            return new IllegalStateException(name + " cannot be '" + value + "': " + e.getMessage(), e);
        }

        /** Neither the value nor what was said of it may reach a log. */
        private IllegalStateException withoutPasswords() {
            return new IllegalStateException(name
                    + " cannot be what it is, which is not shown here, since it may have a password in front of its @."
                    + " Set it to an address without a user and a password");
        }
    }
}
