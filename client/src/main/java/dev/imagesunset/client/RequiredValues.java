package dev.imagesunset.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.Nonnull;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The values that the contract promises: the generated models name them, and do not insist on them. */
final class RequiredValues {
    private RequiredValues() {}

    /** The name of one that an answer does not have, neither itself nor anything in its lists. */
    static Optional<String> missingIn(Object model) {
        return Arrays.stream(model.getClass().getMethods())
                .filter(method -> method.isAnnotationPresent(Nonnull.class)
                        && method.isAnnotationPresent(JsonProperty.class)
                        && method.getParameterCount() == 0)
                .flatMap(getter -> missing(getter, model))
                .findFirst();
    }

    private static Stream<String> missing(Method getter, Object model) {
        String name = getter.getAnnotation(JsonProperty.class).value();
        Object value = value(getter, model);
        if (value == null || (value instanceof List<?> list && list.stream().anyMatch(Objects::isNull))) {
            return Stream.of(name);
        }
        return value instanceof List<?> all ? all.stream().flatMap(it -> missingIn(it).stream()) : Stream.empty();
    }

    private static Object value(Method getter, Object model) {
        try {
            return getter.invoke(model);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("A generated model is not as it is generated", e);
        }
    }
}
