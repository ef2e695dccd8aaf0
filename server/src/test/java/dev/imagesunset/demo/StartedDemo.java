package dev.imagesunset.demo;

import dev.imagesunset.server.RawHttp;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/** A demo that runs on free ports. */
record StartedDemo(ConfigurableApplicationContext context) implements AutoCloseable {
    static StartedDemo in(Path folder, String... more) {
        return new StartedDemo(Demo.start(
                Stream.concat(settings(folder).stream(), Stream.of(more)).toArray(String[]::new)));
    }

    static List<String> settings(Path folder) {
        return List.of(
                "--server.port=0",
                "--management.server.port=0",
                // No test fails because a day has come.
                "--image-sunset.v1-1.sunset=2999-12-31",
                "--image-sunset.demo.directory=" + folder);
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", int.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int delete(String image) {
        return RawHttp.send(port(), "DELETE /v1.1/images/" + image + " HTTP/1.1", "X-Auth-Token: demo-member")
                .status();
    }

    int create() {
        return RawHttp.send(
                        port(),
                        "POST /v2/images HTTP/1.1",
                        "X-Auth-Token: demo-member",
                        "Content-Type: application/json",
                        "Content-Length: 2\r\n\r\n{}")
                .status();
    }

    @Override
    public void close() {
        context.close();
    }
}
