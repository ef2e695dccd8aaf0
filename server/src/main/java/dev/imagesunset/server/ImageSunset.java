package dev.imagesunset.server;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the server. No bean is behind a proxy: a transaction begins where the code says so. */
@SpringBootApplication(
        exclude = {
            ErrorMvcAutoConfiguration.class,
            PersistenceExceptionTranslationAutoConfiguration.class,
            TransactionAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@ConfigurationPropertiesScan
@EnableScheduling
public class ImageSunset {
    public static void main(String[] args) {
        SpringApplication.run(ImageSunset.class, args);
    }

    /** The clock that decides when operations end. */
    @Bean
    @Fallback
    InstantSource clock() {
        return InstantSource.system();
    }
}
