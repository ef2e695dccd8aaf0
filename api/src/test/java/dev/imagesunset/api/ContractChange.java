package dev.imagesunset.api;

import io.swagger.v3.oas.models.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.Endpoint;
import org.openapitools.openapidiff.core.output.ConsoleRender;

/** What became of a released contract, and what of that breaks a promise to its callers. */
final class ContractChange {
    private static final String SUNSET = "x-sunset";

    private final ChangedOpenApi change;
    private final LocalDate today;

    ContractChange(String released, String current, LocalDate today) {
        this.change = OpenApiCompare.fromContents(released, current);
        this.today = today;
    }

    /** Each broken promise in a sentence. */
    List<String> brokenPromises() {
        Stream<String> removed = change.getMissingEndpoints().stream()
                .filter(endpoint -> !isOver(endpoint.getOperation()))
                .map(ContractChange::removal);
        Stream<String> moved = change.getChangedOperations().stream()
                .filter(ContractChange::endsEarlier)
                .map(ContractChange::move);
        Stream<String> broken = change.getChangedOperations().stream()
                .filter(ChangedOperation::isIncompatible)
                .map(this::incompatibility);
        return Stream.of(removed, moved, broken).flatMap(sentences -> sentences).toList();
    }

    private boolean isOver(Operation operation) {
        String sunset = sunset(operation);
        return sunset != null && !LocalDate.parse(sunset).isAfter(today);
    }

    private static boolean endsEarlier(ChangedOperation operation) {
        String before = sunset(operation.getOldOperation());
        String after = sunset(operation.getNewOperation());
        return before != null && after != null && LocalDate.parse(after).isBefore(LocalDate.parse(before));
    }

    private static String removal(Endpoint endpoint) {
        String sunset = sunset(endpoint.getOperation());
        return "%s is removed%s. Callers were promised that it stays: keep it, or deprecate it first and wait for its sunset."
                .formatted(
                        name(endpoint.getMethod(), endpoint.getPathUrl()),
                        sunset == null ? ", and was never deprecated" : " before its sunset, " + sunset);
    }

    private static String move(ChangedOperation operation) {
        return "%s ends on %s now, and callers were told %s. A sunset may be postponed, never moved earlier."
                .formatted(
                        name(operation.getHttpMethod(), operation.getPathUrl()),
                        sunset(operation.getNewOperation()),
                        sunset(operation.getOldOperation()));
    }

    private String incompatibility(ChangedOperation operation) {
        return "%s changes so that today's callers break. Change it compatibly, or add another operation and deprecate this one. %s"
                .formatted(name(operation.getHttpMethod(), operation.getPathUrl()), details());
    }

    private String details() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (OutputStreamWriter writer = new OutputStreamWriter(text, StandardCharsets.UTF_8)) {
            new ConsoleRender().render(change, writer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static String name(Object method, String path) {
        return method + " " + path;
    }

    private static @Nullable String sunset(Operation operation) {
        Object date = operation.getExtensions() == null
                ? null
                : operation.getExtensions().get(SUNSET);
        return date == null ? null : date.toString();
    }
}
