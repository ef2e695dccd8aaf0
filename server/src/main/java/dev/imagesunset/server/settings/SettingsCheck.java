package dev.imagesunset.server.settings;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.stereotype.Component;
import org.springframework.web.context.ConfigurableWebEnvironment;

/**
 * Checks all settings of this server together, before any of them is used. A profile that does not exist, an unknown
 * name and an impossible value each stop the start.
 */
@Component
class SettingsCheck implements BeanFactoryPostProcessor {
    private static final int HIGHEST_PORT = 65_535;

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        ConfigurableEnvironment environment = beans.getBean(ConfigurableEnvironment.class);
        Arrays.stream(environment.getActiveProfiles()).forEach(profile -> requireExisting(profile, environment));
        Map<Class<?>, String> prefixes = prefixes(beans);
        Binder binder = Binder.get(environment);
        requireKnownNames(new KnownSettings(binder, prefixes), environment);
        prefixes.forEach((type, prefix) -> binder.bindOrCreate(prefix, Bindable.of(type)));
        SpringsSettings.check(binder);
        requirePort("server.port", 0, 8080, environment);
        // With -1, no port is open to operators.
        requirePort("management.server.port", -1, 8081, environment);
        requireOperatorsPort(environment);
        requirePlace("server", 8080, environment);
        requirePlace("management.server", 8081, environment);
    }

    /** Listens there for a moment: Tomcat would tell only when the tables are made. */
    private static void requirePlace(String server, int usualPort, ConfigurableEnvironment environment) {
        InetAddress address = Binder.get(environment)
                .bind(server + ".address", Bindable.of(InetAddress.class))
                .orElse(null);
        if (address != null && whyNot(0, address) != null) {
            throw new IllegalSetting(
                    server + ".address is " + address.getHostAddress() + ", at which this machine cannot listen.",
                    "Set an address of this machine, like 127.0.0.1, or 0.0.0.0 for all.");
        }
        int port = environment.getProperty(server + ".port", Integer.class, usualPort);
        String obstacle = port > 0 && environment instanceof ConfigurableWebEnvironment ? whyNot(port, address) : null;
        if (obstacle != null) {
            throw new IllegalSetting(
                    server + ".port is " + port + ", at which this server cannot listen: " + obstacle + ".",
                    "Set another, or end what listens there.");
        }
    }

    private static @Nullable String whyNot(int port, @Nullable InetAddress address) {
        try (ServerSocket socket = new ServerSocket(port, 1, address)) {
            return null;
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static void requireExisting(String profile, ConfigurableEnvironment environment) {
        String file = "application-" + profile + ".";
        if (environment.getPropertySources().stream()
                .noneMatch(source -> source.getName().contains(file))) {
            throw new IllegalSetting(
                    "spring.profiles.active has " + profile + ", but there is no such profile.",
                    "Leave it out: the server needs none. The profile tracing sends traces, and the demo is started by ./mvnw spring-boot:run in the project's folder.");
        }
    }

    /** The types of our settings; a scan names their beans by prefix and type. */
    static Map<Class<?>, String> prefixes(ConfigurableListableBeanFactory beans) {
        Map<Class<?>, String> prefixes = new LinkedHashMap<>();
        for (String name : beans.getBeanDefinitionNames()) {
            Class<?> type = name.startsWith(KnownSettings.OURS) ? beans.getType(name) : null;
            if (type != null) {
                prefixes.put(
                        type, name.substring(0, name.length() - type.getName().length() - 1));
            }
        }
        return prefixes;
    }

    private static void requirePort(String name, int lowest, int example, ConfigurableEnvironment environment) {
        int port = environment.getProperty(name, Integer.class, example);
        if (port < lowest || port > HIGHEST_PORT) {
            throw new IllegalSetting(
                    name + " is " + port + ".",
                    "Set one from %d to %d, like %d.".formatted(lowest, HIGHEST_PORT, example));
        }
    }

    private static void requireOperatorsPort(ConfigurableEnvironment environment) {
        if (ManagementPortType.get(environment) == ManagementPortType.SAME) {
            throw new IllegalSetting(
                    "management.server.port is the callers' port, where nobody must see what is for operators.",
                    "Set another than server.port, like 8081.");
        }
    }

    private static void requireKnownNames(KnownSettings known, ConfigurableEnvironment environment) {
        environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> names((EnumerablePropertySource<?>) source))
                .forEach(known::require);
    }

    private static Stream<String> names(EnumerablePropertySource<?> source) {
        return Arrays.stream(source.getPropertyNames()).filter(name -> !ServiceLinks.has(source, name));
    }
}
