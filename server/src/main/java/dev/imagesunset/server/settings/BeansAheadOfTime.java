package dev.imagesunset.server.settings;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.aot.AotDetector;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Starts without Spring's ahead-of-time processing if a setting could ask for other beans than those chosen when the
 * distribution was made. Such a start takes longer; no setting is ignored.
 */
class BeansAheadOfTime implements EnvironmentPostProcessor {
    private static final List<ConfigurationPropertyName> SPRINGS =
            names("spring", "server", "management").toList();

    /** Settings of Spring that change what beans do, but not which there are. */
    private static final List<ConfigurationPropertyName> HARMLESS = names(
                    "spring.aot.enabled",
                    "spring.application",
                    "spring.config",
                    "spring.datasource.hikari",
                    "spring.datasource.password",
                    "spring.datasource.url",
                    "spring.datasource.username",
                    "spring.lifecycle",
                    "server.address",
                    "server.max-http-request-header-size",
                    "server.port",
                    "server.ssl",
                    "server.tomcat",
                    "management.server.address")
            .toList();

    private static final ConfigurationPropertyName OPERATORS_PORT =
            ConfigurationPropertyName.of("management.server.port");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (AotDetector.useGeneratedArtifacts() && mayChangeBeans(environment)) {
            SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
        }
    }

    static boolean mayChangeBeans(ConfigurableEnvironment environment) {
        return environment.getActiveProfiles().length > 0
                || isOperatorsPortShut(environment)
                || settingsOfThisStart(environment).anyMatch(BeansAheadOfTime::mayChangeBeans);
    }

    private static boolean mayChangeBeans(ConfigurationPropertyName setting) {
        return SPRINGS.stream().anyMatch(root -> root.isAncestorOf(setting))
                && !setting.equals(OPERATORS_PORT)
                && HARMLESS.stream().noneMatch(harmless -> harmless.equals(setting) || harmless.isAncestorOf(setting));
    }

    /** With no port of their own, the beans behind it do not exist. */
    private static boolean isOperatorsPortShut(ConfigurableEnvironment environment) {
        String port = environment.getProperty(OPERATORS_PORT.toString(), "");
        return port.startsWith("-") || port.equals(environment.getProperty("server.port"));
    }

    private static Stream<ConfigurationPropertyName> settingsOfThisStart(ConfigurableEnvironment environment) {
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .filter(source -> !isOfTheJar(source))
                .filter(IterableConfigurationPropertySource.class::isInstance)
                .flatMap(source -> ((IterableConfigurationPropertySource) source).stream());
    }

    private static boolean isOfTheJar(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof PropertySource<?> under
                && under.getName().contains("class path resource [application.yaml]");
    }

    private static Stream<ConfigurationPropertyName> names(String... names) {
        return Stream.of(names).map(ConfigurationPropertyName::of);
    }
}
