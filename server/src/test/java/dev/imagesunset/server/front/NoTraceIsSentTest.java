package dev.imagesunset.server.front;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ImageSunset;
import dev.imagesunset.server.PostgreSQL;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What OperatedIT switches on is off by default. Spring Boot's own tests never trace, so this is none of them. */
class NoTraceIsSentTest {
    @Test
    void unlessTheProfileTracingIsSet() {
        WireMockServer collector =
                new WireMockServer(WireMockConfiguration.options().dynamicPort());
        collector.start();
        collector.stubFor(any(anyUrl()).willReturn(ok()));
        try (ConfigurableApplicationContext server = start(collector)) {
            assertThat(server.getBean(ImageService.class)
                            .delete(UUID.randomUUID(), "demo-member")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(collector.getAllServeEvents()).isEmpty();
        collector.stop();
    }

    private static ConfigurableApplicationContext start(WireMockServer collector) {
        return new SpringApplicationBuilder(ImageSunset.class, Catalogue.class, ImageService.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--server.address=127.0.0.1",
                        "--image-sunset.stop.drain-time=0s",
                        "--image-sunset.v1-1.sunset=2999-12-31",
                        "--spring.datasource.url=" + PostgreSQL.url(PostgreSQL.newDatabase(), PostgreSQL.port()),
                        "--spring.datasource.username=postgres",
                        "--management.tracing.sampling.probability=1.0",
                        "--management.opentelemetry.tracing.export.otlp.endpoint=" + collector.baseUrl()
                                + "/v1/traces");
    }
}
