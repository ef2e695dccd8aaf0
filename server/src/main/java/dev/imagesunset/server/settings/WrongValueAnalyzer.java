package dev.imagesunset.server.settings;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.Order;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** Says which setting has an impossible value, and what it should be like. */
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class WrongValueAnalyzer extends AbstractFailureAnalyzer<BindException> {
    private static final Map<Class<?>, String> EXPECTED = Map.ofEntries(
            Map.entry(Boolean.class, "true or false"),
            Map.entry(DataSize.class, "a size with its unit, like 16KB"),
            Map.entry(Double.class, "a number, like 0.1"),
            Map.entry(Duration.class, "a time with its unit, like 5s"),
            Map.entry(InetAddress.class, "the address of this machine, like 127.0.0.1"),
            Map.entry(Instant.class, "a time with its zone, like 2027-10-01T10:00:00Z"),
            Map.entry(Integer.class, "a whole number, like 16"),
            Map.entry(Long.class, "a whole number, like 700"),
            Map.entry(LocalDate.class, "a day, like 2028-06-30"),
            Map.entry(LocalTime.class, "a time of the day, like 10:00"),
            Map.entry(URI.class, "an address, like https://keystone.example.com:5000"),
            Map.entry(ZoneId.class, "a time zone, like Europe/Berlin"));

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, BindException failure) {
        Object value =
                failure.getProperty() == null ? null : failure.getProperty().getValue();
        return expected(failure.getTarget().getType())
                .filter(expected -> value != null)
                .map(expected -> new FailureAnalysis(
                        "%s is %s, and should be %s."
                                .formatted(
                                        KnownSettings.withoutToken(
                                                failure.getName().toString()),
                                        IllegalSetting.withoutUser(String.valueOf(value)),
                                        expected),
                        null,
                        failure))
                .orElse(null);
    }

    private static Optional<String> expected(ResolvableType type) {
        ResolvableType single = type.hasGenerics() ? type.getGeneric() : type;
        Class<?> one = ClassUtils.resolvePrimitiveIfNecessary(single.resolve(Object.class));
        return one.isEnum() ? Optional.of(oneOf(one)) : Optional.ofNullable(EXPECTED.get(one));
    }

    private static String oneOf(Class<?> words) {
        return Arrays.stream(words.getEnumConstants())
                .map(word -> word.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "one of ", ""));
    }
}
