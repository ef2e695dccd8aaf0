package dev.imagesunset.server.pact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.Gate;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.MovableClock;
import dev.imagesunset.server.PostgreSQL;
import dev.imagesunset.server.ServerTest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our own pact, verified by Pact's implementation in Rust; what it says is in target/rust-verifier.txt. */
@ServerTest
@Import(MovableClock.class)
@TestPropertySource(
        properties = {
            "image-sunset.v1-1.brownouts[0].start=2027-12-01T10:00:00Z",
            "image-sunset.v1-1.brownouts[0].duration=1h",
            "image-sunset.access.tokens.no-project.user=sys",
            "image-sunset.access.tokens.no-project.roles=member"
        })
class RustVerifierTest {
    static final String PACT = "src/pact-test/node/node_modules/@pact-foundation/pact-cli-linux-x64/standalone/pact";
    private static final Gate GATE = PostgreSQL.gate();

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Autowired
    MovableClock clock;

    @Autowired
    Environment environment;

    @DynamicPropertySource
    static void useTheStoppableDatabase(DynamicPropertyRegistry properties) {
        PostgreSQL.useThrough(GATE, properties);
    }

    @Test
    void itIsKept(@TempDir Path temporary) throws Exception {
        Path report = temporary.resolve("report.json");
        try (StatesByHttp server = new StatesByHttp(catalogue, service, clock, GATE, environment)) {
            Process verifier = new ProcessBuilder(command(String.valueOf(server.port()), report))
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target/rust-verifier.txt").toFile())
                    .start();
            assertThat(verifier.waitFor(3, TimeUnit.MINUTES)).isTrue();
        }
        JsonNode verified = JsonMapper.shared().readTree(report);
        assertThat(verified.get("errors").valueStream().map(JsonNode::toString)).isEmpty();
        assertThat(verified.get("result").asBoolean()).isTrue();
    }

    private static List<String> command(String port, Path report) {
        return List.of(
                PACT,
                "verifier",
                "--dir",
                System.getProperty("pact.own"),
                "--hostname",
                "localhost",
                "--port",
                port,
                "--provider-name",
                "image-service",
                "--state-change-url",
                "http://localhost:" + port + StatesByHttp.PATH,
                "--state-change-teardown",
                "--request-timeout",
                "60000",
                "--json",
                report.toString(),
                "--no-colour");
    }
}
