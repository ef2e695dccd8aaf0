package dev.imagesunset.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.support.EnvironmentPostProcessorApplicationListener;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

class BeansAheadOfTimeTest {
    private static final String OF_THE_JAR =
            "Config resource 'class path resource [application.yaml]' via location 'optional:classpath:/'";

    @Test
    void theJarsOwnSettingsAreThoseThatTheBeansWereChosenFor() throws IOException {
        assertThat(BeansAheadOfTime.mayChangeBeans(environment())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "image-sunset.v1-1.sunset=2999-12-31",
                "spring.datasource.url=jdbc:postgresql:images",
                "spring.datasource.hikari.maximum-pool-size=32",
                "spring.lifecycle.timeout-per-shutdown-phase=30s",
                "server.port=18080",
                "server.max-http-request-header-size=32KB",
                "server.ssl.certificate=file:/etc/tls.crt",
                "management.server.port=18081",
                "spring.application.pid=1",
                "spring.config.additional-location=file:/etc/image-sunset/",
                "management.server.address=10.0.0.1",
                "logging.level.root=warn",
                "java.io.tmpdir=/var/tmp"
            })
    void aValueOfABeanDoesNotChangeWhichThereAre(String setting) throws IOException {
        assertThat(BeansAheadOfTime.mayChangeBeans(environment(setting))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "management.server.port=-1",
                "management.server.port=8080",
                "management.server.port=",
                "management.server.port=many",
                "management.opentelemetry.enabled=false",
                "spring.application.admin.enabled=true",
                "spring.config.name=other",
                "management.server.ssl.bundle=operators",
                "management.endpoints.web.exposure.include=*",
                "management.tracing.export.enabled=true",
                "server.forward-headers-strategy=framework",
                "spring.autoconfigure.exclude=none",
                "spring.threads.virtual.enabled=true",
                "spring.nobody-knows=this"
            })
    void aSettingThatMayAskForOtherBeansDoes(String setting) throws IOException {
        assertThat(BeansAheadOfTime.mayChangeBeans(environment(setting))).isTrue();
    }

    @Test
    void aVariableIsReadAsTheSettingThatItIs() throws IOException {
        assertThat(BeansAheadOfTime.mayChangeBeans(variable("SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE")))
                .isFalse();
        assertThat(BeansAheadOfTime.mayChangeBeans(variable("SPRING_THREADS_VIRTUAL_ENABLED")))
                .isTrue();
    }

    @Test
    void withoutTheJarsOwnSettingsNothingIsCertain() throws IOException {
        StandardEnvironment environment = environment("management.server.port=8081");
        environment.getPropertySources().remove(OF_THE_JAR);
        assertThat(BeansAheadOfTime.mayChangeBeans(environment)).isTrue();
    }

    @Test
    void itLooksWhenAllSettingsAreThere() {
        assertThat(new BeansAheadOfTime().getOrder())
                .isGreaterThan(new EnvironmentPostProcessorApplicationListener().getOrder())
                .isLessThan(new LoggingApplicationListener().getOrder());
    }

    @Test
    void aProfileMayHaveBeansOfItsOwn() throws IOException {
        StandardEnvironment environment = environment();
        environment.setActiveProfiles("tracing");
        assertThat(BeansAheadOfTime.mayChangeBeans(environment)).isTrue();
    }

    /** What the server sees when it starts, without the variables and properties of this build. */
    private static StandardEnvironment environment(String... settings) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            environment.getPropertySources().addFirst(new MapPropertySource(setting, Map.of(parts[0], parts[1])));
        }
        new YamlPropertySourceLoader()
                .load(OF_THE_JAR, new ClassPathResource("application.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        return environment;
    }

    private static StandardEnvironment variable(String name) throws IOException {
        StandardEnvironment environment = environment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, Map.of(name, "any")));
        return environment;
    }
}
