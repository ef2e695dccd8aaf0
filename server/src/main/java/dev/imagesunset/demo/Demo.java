package dev.imagesunset.demo;

import dev.imagesunset.server.ImageSunset;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Starts the server as in production, but with its own database, sample images and well-known tokens. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DemoSettings.class)
@Import(Welcome.class)
public class Demo {
    public static void main(String[] arguments) {
        start(arguments);
    }

    static ConfigurableApplicationContext start(String... arguments) {
        return SpringApplication.from(ImageSunset::main)
                .with(Demo.class)
                .withAdditionalProfiles(isInFront(arguments) ? "demo-in-front" : "demo")
                .run(arguments)
                .getApplicationContext();
    }

    /** In front of an image service, the demo has neither images nor tokens of its own. */
    private static boolean isInFront(String... arguments) {
        return Stream.of(arguments).anyMatch(argument -> argument.startsWith("--image-sunset.upstream.url"));
    }

    @Bean
    DemoDatabase database(DemoSettings settings) {
        return DemoDatabase.in(settings.directory());
    }
}
