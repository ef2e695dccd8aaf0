package dev.imagesunset.server.pact;

import dev.imagesunset.server.ImageSunset;
import dev.imagesunset.server.MovableClock;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/** A server on the database and the clock of the first, with one more setting. */
final class OtherServer implements AutoCloseable {
    private final ConfigurableApplicationContext server;

    OtherServer(Environment first, MovableClock clock, String setting) {
        server = new SpringApplicationBuilder(ImageSunset.class)
                .profiles("demo")
                .initializers(
                        context -> ((GenericApplicationContext) context).registerBean(MovableClock.class, () -> clock))
                .run(Stream.concat(
                                Stream.of(
                                        "--server.port=0",
                                        "--server.address=127.0.0.1",
                                        "--management.server.port=0",
                                        "--" + setting),
                                Stream.of("spring.datasource.url", "spring.datasource.username")
                                        .map(name -> "--" + name + "=" + first.getRequiredProperty(name)))
                        .toArray(String[]::new));
    }

    int port() {
        return server.getEnvironment().getRequiredProperty("local.server.port", int.class);
    }

    @Override
    public void close() {
        server.close();
    }
}
