package dev.imagesunset.server.pact;

import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.provider.junitsupport.State;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A provider state as consumers write it.
 *
 * @param name what stands in the pact
 * @param parameters what it cannot do without
 * @param effect what it makes
 */
record KnownState(String name, List<String> parameters, String effect) {
    private static final Map<String, KnownState> ALL = Arrays.stream(ProviderStates.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(State.class))
            .map(KnownState::of)
            .collect(Collectors.toMap(KnownState::name, state -> state));

    private static KnownState of(Method method) {
        State state = method.getAnnotation(State.class);
        Parameters parameters = method.getAnnotation(Parameters.class);
        return new KnownState(
                state.value()[0], parameters == null ? List.of() : List.of(parameters.value()), state.comment());
    }

    static Stream<KnownState> all() {
        return ALL.values().stream().sorted(Comparator.comparing(KnownState::name));
    }

    /** What is wrong with a state of a pact, in sentences. */
    static Stream<String> complaints(ProviderState asked) {
        KnownState known = ALL.get(asked.getName());
        if (known == null) {
            String names = all().map(state -> "\"" + state.name() + "\"").collect(Collectors.joining(", "));
            return Stream.of(
                    "is given the state \"%s\", which does not exist. There are %s.".formatted(asked.getName(), names));
        }
        return known.parameters.stream()
                .filter(parameter -> asked.getParams().get(parameter) == null)
                .map(parameter ->
                        "is given the state \"" + known.name + "\" without its parameter \"" + parameter + "\".");
    }

    /** Its row in docs/verification.md. */
    String row() {
        String parametersInCode =
                parameters.stream().map(parameter -> "`" + parameter + "`").collect(Collectors.joining(", "));
        return "| `%s` | %s | %s |".formatted(name, parametersInCode, effect);
    }
}
