package dev.imagesunset.server.deprecation;

import dev.imagesunset.server.contract.Contract;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import tools.jackson.databind.JsonNode;

/**
 * What the contract says of the end of an operation.
 *
 * @param method the operation's HTTP method
 * @param path the operation's path, with parameters in braces
 * @param since from when on it is deprecated
 * @param sunset from when on it is gone
 * @param successor the operation to call instead
 * @param migrationPage the path of the page that tells how to move
 */
public record Deprecation(
        String method, String path, Instant since, Instant sunset, Successor successor, String migrationPage) {
    static Deprecation of(Contract.Operation operation) {
        JsonNode definition = operation.definition();
        return new Deprecation(
                operation.method(),
                operation.path(),
                startOfDay(definition.get("x-deprecated-at").asString()),
                startOfDay(definition.get("x-sunset").asString()),
                Successor.parse(definition.get("x-successor").asString()),
                definition.get("x-migration-page").asString());
    }

    private static Instant startOfDay(String date) {
        return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
