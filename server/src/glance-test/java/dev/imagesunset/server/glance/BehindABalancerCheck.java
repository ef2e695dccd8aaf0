package dev.imagesunset.server.glance;

import static dev.imagesunset.server.glance.RealGlance.imageOf;
import static dev.imagesunset.server.glance.RealGlance.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ProductionTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Ordinary callers, who know one address: a balancer sends v1.1 and the deletes of v2 to the server, the rest to Glance. */
@ProductionTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(
        properties = {
            "image-sunset.upstream.sees-v2-deletes=true",
            "image-sunset.usage.flush-interval=200ms",
            // Tempest has only one admin, but many projects and tokens at once; this is not about time.
            "image-sunset.identity.answer-timeout=20s",
            "image-sunset.upstream.answer-timeout=20s"
        })
class BehindABalancerCheck {
    private static final Path GLANCES_LOG = Path.of("/var/tmp/image-sunset-glance/log/glance.log");

    @Autowired
    ImageService service;

    private Balancer balancer;

    @DynamicPropertySource
    static void standInFront(DynamicPropertyRegistry properties) {
        RealGlance.isBehind(properties, RealGlance.GLANCE);
    }

    @BeforeAll
    void start(@TempDir Path folder, @Value("${local.management.port}") int operatorsPort) throws IOException {
        balancer = new Balancer(folder);
        balancer.standsBefore(service.port(), operatorsPort);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> delete("/v1.1", UUID.randomUUID()).statusCode() == 404);
    }

    @AfterAll
    void stop() {
        balancer.close();
    }

    private static HttpResponse<String> delete(String version, UUID id) {
        return RealGlance.send("DELETE", Balancer.URL + version + "/images/" + id, token("member-a"), "");
    }

    @Test
    void bothDeletesGoThroughTheServerAndAllElseDoesNot() {
        for (String version : List.of("/v1.1", "/v2")) {
            UUID id = imageOf("member-a");
            HttpResponse<String> deleted = delete(version, id);
            assertThat(deleted.statusCode()).isEqualTo(204);
            assertThat(deleted.headers().firstValue("Sunset").isPresent()).isEqualTo(version.equals("/v1.1"));
            assertThat(RealGlance.status(id)).isEqualTo(404);
            assertThat(service.call("GET", "/operator/tombstones/" + id, token("admin"))
                            .json()
                            .get("deleted_through")
                            .asString())
                    .isEqualTo(version.substring(1));
        }
        assertThat(RealGlance.send("GET", Balancer.URL + "/v2/images", token("member-a"), "")
                        .statusCode())
                .isEqualTo(200);
        assertThat(RealGlance.send("GET", Balancer.URL + "/deprecation", "", "").body())
                .contains("v1.1", "href=\"openapi/image-service.yaml\"");
        for (String ofThePage : List.of(
                "/deprecation.js",
                "/my/calls",
                "/openapi/image-service.yaml",
                "/webjars/swagger-ui/favicon-32x32.png")) {
            assertThat(RealGlance.send("GET", Balancer.URL + ofThePage, token("member-a"), "")
                            .statusCode())
                    .as(ofThePage)
                    .isEqualTo(200);
        }
        await().untilAsserted(() -> assertThat(service.call("GET", "/operator/callers", token("admin"))
                        .json()
                        .at("/callers")
                        .valueStream()
                        .filter(caller -> caller.path("successor_share").asDouble() > 0))
                .isNotEmpty());
    }

    @Test
    void oneRequestIdFindsTheCallInAllThreeLogs(CapturedOutput log) throws IOException {
        UUID id = imageOf("member-a");
        String request = delete("/v1.1", id)
                .headers()
                .firstValue("X-Openstack-Request-Id")
                .orElseThrow();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            List<String> excerpt = new ArrayList<>();
            for (String each : List.of(balancer.log(), log.getAll(), Files.readString(GLANCES_LOG))) {
                List<String> lines = each.lines()
                        .filter(line -> line.contains(request) && line.contains(id.toString()))
                        .toList();
                assertThat(lines).isNotEmpty();
                excerpt.addAll(lines);
            }
            Files.write(Path.of("target", "glance-one-request.log"), excerpt);
        });
    }

    @Test
    void theOpenstackCommandDeletesWhatItFoundByName() {
        UUID id = RealGlance.image(token("member-a"), "");
        String name = "doomed-" + id;
        openstack("image", "set", "--name", name, id.toString());
        openstack("image", "delete", name);
        assertThat(RealGlance.status(id)).isEqualTo(404);
        assertThat(service.call("GET", "/operator/tombstones/" + id, token("admin"))
                        .json()
                        .get("name")
                        .asString())
                .isEqualTo(name);
        // What v1.1 has deleted is gone for it too.
        UUID other = imageOf("member-a");
        delete("/v1.1", other);
        assertThat(openstack("image", "list", "-f", "value", "-c", "ID")).doesNotContain(other.toString());
    }

    private static String openstack(String... words) {
        List<String> command = new ArrayList<>(List.of(
                "openstack",
                "--os-auth-url",
                RealGlance.KEYSTONE + "/v3",
                "--os-identity-api-version",
                "3",
                "--os-username",
                "member-a",
                "--os-password",
                RealGlance.PASSWORD,
                "--os-project-name",
                "team-a",
                "--os-user-domain-id",
                "default",
                "--os-project-domain-id",
                "default",
                "--os-region-name",
                Balancer.REGION));
        command.addAll(List.of(words));
        return RealGlance.run(Duration.ofSeconds(60), command.toArray(String[]::new));
    }

    @Test
    void whateverPassesOfTempestOnGlanceAlonePassesHere(@TempDir Path folder) throws IOException {
        List<String> alone = Tempest.passed(folder.resolve("alone"), "RegionOne");
        List<String> here = Tempest.passed(folder.resolve("here"), Balancer.REGION);
        Files.write(Path.of("target", "glance-tempest.txt"), here);
        assertThat(alone).hasSizeGreaterThan(20);
        assertThat(here).containsAll(alone);
    }
}
