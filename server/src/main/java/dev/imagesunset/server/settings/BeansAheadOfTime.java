package dev.imagesunset.server.settings;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.aot.AotDetector;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.support.EnvironmentPostProcessorApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.SpringProperties;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * Starts without Spring's ahead-of-time processing if a setting could ask for other beans than those chosen when the
 * distribution was made. Such a start takes longer; no setting is ignored.
 */
class BeansAheadOfTime implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    private static final List<ConfigurationPropertyName> SPRINGS = names("spring", "server", "management");

    /** Settings of Spring that change what beans do, but not which beans exist. */
    private static final List<ConfigurationPropertyName> HARMLESS = names(
            "spring.aot.enabled",
            "spring.application.json",
            "spring.application.name",
            "spring.application.pid",
            "spring.application.version",
            "spring.config.additional-location",
            "spring.config.import",
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
            "management.server.address",
            "management.server.port");

    /** After all that add settings, such as those of OpenTelemetry's variables, and before the first that asks. */
    @Override
    public int getOrder() {
        return EnvironmentPostProcessorApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (AotDetector.useGeneratedArtifacts() && mayChangeBeans(event.getEnvironment())) {
            SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
        }
    }

    static boolean mayChangeBeans(ConfigurableEnvironment environment) {
        return environment.getActiveProfiles().length > 0
                || !hasOperatorsPort(environment)
                || sources(environment).noneMatch(BeansAheadOfTime::isOfTheJar)
                || settingsOfThisStart(environment).anyMatch(BeansAheadOfTime::mayChangeBeans);
    }

    private static boolean mayChangeBeans(ConfigurationPropertyName setting) {
        return SPRINGS.stream().anyMatch(root -> root.isAncestorOf(setting))
                && HARMLESS.stream().noneMatch(harmless -> harmless.equals(setting) || harmless.isAncestorOf(setting));
    }

    /** Without a port of its own, the operators' server has no beans. */
    private static boolean hasOperatorsPort(ConfigurableEnvironment environment) {
        try {
            return ManagementPortType.get(environment) == ManagementPortType.DIFFERENT;
        } catch (ConversionException e) {
            return false;
        }
    }

    private static Stream<ConfigurationPropertyName> settingsOfThisStart(ConfigurableEnvironment environment) {
        return sources(environment)
                .filter(source -> !isOfTheJar(source))
                .filter(IterableConfigurationPropertySource.class::isInstance)
                .flatMap(source -> ((IterableConfigurationPropertySource) source).stream());
    }

    private static Stream<ConfigurationPropertySource> sources(ConfigurableEnvironment environment) {
        return StreamSupport.stream(
                ConfigurationPropertySources.get(environment).spliterator(), false);
    }

    private static boolean isOfTheJar(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof PropertySource<?> under
                && under.getName().contains("class path resource [application.yaml]");
    }

    private static List<ConfigurationPropertyName> names(String... names) {
        return Stream.of(names).map(ConfigurationPropertyName::of).toList();
    }
}
