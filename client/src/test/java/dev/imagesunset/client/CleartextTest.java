package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that would travel for everybody on the way to read. */
class CleartextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ims.example.com",
                "http://10.0.0.1:9292/v2",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com",
                "http://[2001:db8::1]:9292"
            })
    void aClientWarnsOnceOfAnEndpointInClearAndOneThatWantsHttpsRefusesIt(String endpoint) {
        try (ClientLog log = new ClientLog();
                ImageService first = builder(endpoint).build()) {
            assertThat(log.messages())
                    .singleElement()
                    .asString()
                    .contains("Tokens travel in clear to", first(endpoint));
            first.rehearsing();
            assertThat(log.messages()).hasSize(1);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder(endpoint).httpsOnly(true))
                .withMessageContainingAll("Tokens would travel in clear to", "Give an endpoint that begins with https");
    }

    private static String first(String endpoint) {
        return URI.create(endpoint).getHost();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ims.example.com",
                "http://localhost:8080",
                "http://LocalHost",
                "http://ims.localhost:8080",
                "http://127.0.0.1:8080/v2",
                "http://127.1.2.3",
                "http://[::1]:8080",
                "http://[0:0:0:0:0:0:0:1]"
            })
    void whatIsEncryptedOrStaysOnThisMachineIsNeitherWarnedOfNorRefused(String endpoint) {
        try (ClientLog log = new ClientLog();
                ImageService images = builder(endpoint).httpsOnly(true).build()) {
            assertThat(log.messages()).isEmpty();
            assertThat(images).isNotNull();
        }
    }

    @Test
    void aSettingThatIsOffRefusesNothing() {
        try (ImageService images =
                builder("http://ims.example.com").httpsOnly(false).build()) {
            assertThat(images).hasToString("ImageServiceClient[http://ims.example.com]");
        }
    }

    private static ImageServiceClientBuilder builder(String endpoint) {
        return ImageServiceClient.builder(URI.create(endpoint)).token("a-token");
    }
}
