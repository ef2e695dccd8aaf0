package dev.imagesunset.server.access;

import static dev.imagesunset.server.access.KeystoneStandIn.IN_PROJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.imagesunset.server.settings.IllegalSetting;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeystoneOverTlsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Path certificate;

    @SuppressWarnings("NullAway.Init")
    private static KeystoneStandIn keystone;

    @BeforeAll
    static void start() throws Exception {
        certificate = folder.resolve("ca.pem");
        Path keys = folder.resolve("keys.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "keystone",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-keystore",
                keys.toString(),
                "-storepass",
                "password");
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "keystone",
                "-file",
                certificate.toString(),
                "-keystore",
                keys.toString(),
                "-storepass",
                "password");
        keystone = new KeystoneStandIn(WireMockConfiguration.options()
                .httpDisabled(true)
                .dynamicHttpsPort()
                .keystorePath(keys.toString())
                .keystorePassword("password")
                .keyManagerPassword("password"));
        keystone.issue("good", IN_PROJECT, "member");
    }

    @AfterAll
    static void close() {
        keystone.close();
    }

    @Test
    void aKeystoneThatOnlyTheOperatorsAuthorityVouchesForIsTrustedOnceTheSettingsSaySo() {
        assertThat(ask(certificate).callerAt(Instant.now())).isPresent();
    }

    @Test
    void itIsNotTrustedOtherwise() {
        assertThatThrownBy(() -> ask(null))
                .isInstanceOf(IdentityUnavailable.class)
                .hasMessageContaining("certification path");
    }

    @Test
    void aCertificateThatCannotBeReadIsNamed() throws IOException {
        Path rubbish = Files.writeString(folder.resolve("rubbish.pem"), "rubbish");
        for (Path unreadable : List.of(rubbish, folder.resolve("missing.pem"))) {
            assertThatThrownBy(() -> ask(unreadable))
                    .isInstanceOf(IllegalSetting.class)
                    .hasMessageContaining("image-sunset.identity.ca-certificate is " + unreadable);
        }
    }

    private Validation ask(@Nullable Path trusted) {
        IdentityProperties identity = new IdentityProperties(
                List.of(URI.create(keystone.url())),
                trusted,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                Duration.ZERO,
                Duration.ofSeconds(5),
                10,
                Set.of(),
                1);
        RoleNames names = new RoleNames(Set.of(), Set.of("member"), Set.of());
        return Keystone.at(identity, new AccessProperties(Map.of(), names, Set.of()))
                .validate("good");
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        String program =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(program), Stream.of(arguments)).toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
