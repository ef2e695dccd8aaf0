package dev.imagesunset.server.settings;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/**
 * The names of all settings of this server, which are those that are looked up when its records are bound. Only letters
 * and digits are compared, ignoring case, because environment variables are written in capitals with underscores.
 */
final class KnownSettings {
    static final String OURS = "image-sunset";

    private static final ConfigurationPropertyName TOKENS = ConfigurationPropertyName.of("image-sunset.access.tokens");

    /** What is below access or below tokens, with its last part only if that is known. */
    private static final Pattern TOKEN = Pattern.compile(
            "(?i)(access[._](?!(?:tokens|roles)$|roles[._]|admin)(?:tok[a-z]*[._\\[])?|[._]tok[a-z]*[._\\[]).+?([._](?:user|project|roles)|)$");

    private final Set<ConfigurationPropertyName> names = new LinkedHashSet<>();

    private final Set<String> plainNames;

    KnownSettings(Binder binder, Map<Class<?>, String> prefixes) {
        prefixes.forEach((type, prefix) -> binder.bind(prefix, Bindable.of(type), new Recorder(names)));
        plainNames = names.stream().map(name -> plain(name.toString())).collect(Collectors.toSet());
    }

    Set<ConfigurationPropertyName> names() {
        return names;
    }

    /**
     * Refuses a name that looks like one of this server's but is not.
     *
     * @throws IllegalSetting if it is unknown
     */
    void require(String name) {
        String plain = plain(name);
        if (plain.startsWith(plain(OURS)) && !plainNames.contains(plain)) {
            throw new IllegalSetting(withoutToken(name) + " is not a setting.", namesBeside(plain));
        }
    }

    private String namesBeside(String plain) {
        ConfigurationPropertyName parent = parentOf(plain);
        Set<String> children = childrenOf(parent);
        return children.contains("0")
                ? parent + " are numbered from 0 on, and none is left out."
                : "%s has: %s.".formatted(withoutToken(parent.toString()), String.join(", ", children));
    }

    private ConfigurationPropertyName parentOf(String plain) {
        return names.stream()
                .map(ConfigurationPropertyName::getParent)
                .filter(parent -> plain.startsWith(plain(parent.toString())))
                .max(Comparator.comparingInt(parent -> plain(parent.toString()).length()))
                .orElseThrow();
    }

    private Set<String> childrenOf(ConfigurationPropertyName parent) {
        return names.stream()
                .filter(name -> name.getParent().equals(parent))
                .map(name -> parent.equals(TOKENS) ? "*" : name.getLastElement(Form.ORIGINAL))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    /** Masks the token that the name of a setting may contain, misspelt or not, since nobody may read it. */
    static String withoutToken(String name) {
        return TOKEN.matcher(name).replaceFirst("$1*$2");
    }

    private record Recorder(Set<ConfigurationPropertyName> names) implements BindHandler {
        @Override
        public <T> Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
            names.add(name);
            return target;
        }

        /** Ignores invalid values, which are checked later, once all names are known. */
        @Override
        public @Nullable Object onFailure(
                ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception failure) {
            return null;
        }
    }
}
