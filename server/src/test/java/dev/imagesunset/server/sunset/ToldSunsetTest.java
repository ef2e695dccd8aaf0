package dev.imagesunset.server.sunset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagesunset.server.ImageSunset;
import dev.imagesunset.server.PostgreSQL;
import dev.imagesunset.server.RawHttp;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Once callers were told of a later sunset, no server ends the call earlier for want of the setting. */
@ExtendWith(OutputCaptureExtension.class)
class ToldSunsetTest {
    private final String database = PostgreSQL.url(PostgreSQL.newDatabase(), PostgreSQL.port());

    @Test
    void itOutlivesTheSetting(CapturedOutput output) {
        assertThat(sunsetToldWith("--image-sunset.v1-1.sunset=2999-06-30")).isEqualTo("Sun, 30 Jun 2999 00:00:00 GMT");
        assertThat(sunsetToldWith("--image-sunset.v1-1.sunset=2998-12-31")).isEqualTo("Sun, 30 Jun 2999 00:00:00 GMT");
        assertThat(output)
                .contains(
                        "Callers were told that DELETE /v1.1/images/{image_id} ends on 2999-06-30T00:00:00Z, so it does not end on 2998-12-31T00:00:00Z");
        assertThat(sunsetToldWith("--image-sunset.v1-1.sunset=2999-12-31")).isEqualTo("Tue, 31 Dec 2999 00:00:00 GMT");
        String[] interlock = {
            "--image-sunset.v1-1.interlock.projects=demo", "--image-sunset.v1-1.interlock.last-day=2999-07-31"
        };
        assertThatThrownBy(() -> sunsetToldWith(interlock))
                .hasStackTraceContaining("which is not after the sunset on 2999-12-31T00:00:00Z");
        JdbcClient.create(new DriverManagerDataSource(database, "postgres", ""))
                .sql("UPDATE told_sunset SET sunset = 'epoch'")
                .update();
        assertThat(sunsetToldWith("--image-sunset.v1-1.sunset=2998-12-31")).isEqualTo("Mon, 31 Dec 2998 00:00:00 GMT");
    }

    private String sunsetToldWith(String... settings) {
        String[] all = Stream.concat(
                        Stream.of(settings),
                        Stream.of(
                                "--server.port=0",
                                "--management.server.port=0",
                                "--server.address=127.0.0.1",
                                "--image-sunset.identity.urls=http://localhost:5000",
                                "--image-sunset.stop.drain-time=0s",
                                "--spring.datasource.username=postgres",
                                "--spring.datasource.url=" + database))
                .toArray(String[]::new);
        try (ConfigurableApplicationContext server = SpringApplication.run(ImageSunset.class, all)) {
            int port = server.getEnvironment().getRequiredProperty("local.server.port", int.class);
            return RawHttp.send(port, "DELETE /v1.1/images/x HTTP/1.1").header("Sunset");
        }
    }
}
