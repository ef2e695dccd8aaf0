package dev.imagesunset.server.sunset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ImageSunset;
import dev.imagesunset.server.MovableClock;
import dev.imagesunset.server.RawHttp;
import dev.imagesunset.server.ServerTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

/** From a day on, who never called before is refused, on every server; who did goes on. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
@Import(MovableClock.class)
@TestPropertySource(
        properties = {"image-sunset.v1-1.closed-to-newcomers=2027-03-01", "image-sunset.usage.flush-interval=1h"})
class NewcomersTest {
    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Autowired
    MovableClock clock;

    @Autowired
    Environment environment;

    @Autowired
    EndOfLife endOfLife;

    @BeforeEach
    void callsHaveBeenCountedForLong() {
        catalogue.execute("UPDATE counting SET since = '2027-01-01T00:00:00Z'");
        endOfLife.start();
    }

    @Test
    void nobodyIsNewIfCallsWereNotCountedForLong(CapturedOutput output) {
        catalogue.execute("DELETE FROM calling_projects");
        catalogue.execute("UPDATE counting SET since = '2027-02-20T00:00:00Z'");
        try (ConfigurableApplicationContext later = start()) {
            later.getBean(MovableClock.class).moveTo("2027-03-01T00:00:00Z");
            int port = later.getEnvironment().getRequiredProperty("local.server.port", int.class);
            Answer answer = RawHttp.send(port, "DELETE /v1.1/images/x HTTP/1.1", "X-Auth-Token: demo-other")
                    .isRefusal(400, "image-id-malformed");
            assertThat(answer.header("Closed-To-Newcomers")).isEmpty();
        }
        assertThat(output).contains("closed-to-newcomers is 2027-03-01", "nobody counts as new");
    }

    @Test
    void aNewProjectIsRefusedByBothServersAndAKnownOneGoesOn() {
        catalogue.execute("""
                INSERT INTO calling_projects (project, last_request, user_agents, first_at, last_at)
                VALUES ('demo', 'req-1', '[]', '2027-02-28T23:59:59Z', '2027-02-28T23:59:59Z')
                """);
        try (ConfigurableApplicationContext other = start()) {
            int port = other.getEnvironment().getRequiredProperty("local.server.port", int.class);
            clock.moveTo("2027-02-28T23:59:59Z");
            other.getBean(MovableClock.class).moveTo("2027-03-01T00:00:00Z");
            Answer before = service.delete(UUID.randomUUID(), "demo-other").isRefusal(404, "image-not-found");
            assertThat(before.header("Closed-To-Newcomers")).isEqualTo("@1803859200");
            clock.moveTo("2027-03-01T00:00:00Z");
            other.getBean(EndOfLife.class).refresh();
            RawHttp.send(port, "DELETE /v1.1/images/x HTTP/1.1", "X-Auth-Token: demo-other")
                    .isRefusal(410, "closed-to-newcomers");
            service.delete(UUID.randomUUID(), "demo-admin").isRefusal(410, "closed-to-newcomers");
            RawHttp.send(port, "DELETE /v1.1/images/x HTTP/1.1", "X-Auth-Token: demo-admin")
                    .isRefusal(410, "closed-to-newcomers");
            service.delete(UUID.randomUUID(), "demo-admin").isRefusal(410, "closed-to-newcomers");
            RawHttp.send(port, "DELETE /v1.1/images/x HTTP/1.1", "X-Auth-Token: demo-member")
                    .isRefusal(400, "image-id-malformed");
        }
    }

    @Test
    void whoCameTooLateIsNoCallerWhomAnEndCouldHurt() {
        catalogue.execute("""
                INSERT INTO calling_projects (project, last_request, user_agents, first_at, last_at)
                VALUES ('early', 'req-1', '[]', '2027-02-01T00:00:00Z', '2027-03-05T00:00:00Z'),
                    ('late', 'req-2', '[]', '2027-03-02T00:00:00Z', '2027-03-05T00:00:00Z'),
                    ('late-and-loud', 'req-2', '[]', '2027-03-02T00:00:00Z', '2027-03-05T00:00:00Z'),
                    ('(no project)', 'req-3', '[]', '2027-03-02T00:00:00Z', '2027-03-05T00:00:00Z')
                ON CONFLICT (project) DO NOTHING
                """);
        catalogue.execute("""
                INSERT INTO decisions (kind, at, by_user, request, reason, end_at, projects)
                VALUES ('need', '2027-03-05T00:00:00Z', 'mia', 'req-4', 'x', '2028-06-30T00:00:00Z', '["late-and-loud"]')
                """);
        clock.moveTo("2027-03-06T00:00:00Z");
        endOfLife.refresh();
        assertThat(service.call("GET", "/operator/sunset/readiness", "demo-admin")
                        .json()
                        .get("callers")
                        .valueStream()
                        .map(caller -> caller.get("project").asString()))
                .contains("early", "(no project)", "late-and-loud")
                .doesNotContain("late");
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(ImageSunset.class, MovableClock.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--image-sunset.v1-1.closed-to-newcomers=2027-03-01",
                        "--spring.datasource.url=" + environment.getRequiredProperty("spring.datasource.url"),
                        "--spring.datasource.username=postgres");
    }
}
