package dev.imagesunset.server.sunset;

import dev.imagesunset.server.contract.Operation;
import dev.imagesunset.server.settings.IllegalSetting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The end of an operation, as the contract describes it.
 *
 * @param operation the operation that ends
 * @param since when it was deprecated
 * @param sunset when it ends
 * @param postponedFrom the contract's sunset, if the operator postponed it
 * @param successor the operation to call instead
 * @param migrationPage the path of the page that explains how to move
 */
public record Deprecation(
        Operation operation,
        Instant since,
        Instant sunset,
        @Nullable Instant postponedFrom,
        Operation successor,
        String migrationPage) {
    static Deprecation of(Operation operation, Operation successor) {
        JsonNode definition = operation.definition();
        return new Deprecation(
                operation,
                startOfDay(definition.get("x-deprecated-at").asString()),
                startOfDay(definition.get("x-sunset").asString()),
                null,
                successor,
                definition.get("x-migration-page").asString());
    }

    /**
     * The same deprecation with a later sunset.
     *
     * @throws IllegalSetting if it is not later
     */
    Deprecation postponedTo(LocalDate date) {
        Instant later = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        if (!later.isAfter(sunset)) {
            throw new IllegalSetting(
                    "image-sunset.v1-1.sunset is " + date + ", which is not after the contract's sunset, " + sunset
                            + ".",
                    "A setting can only postpone it: callers rely on the date that they were told. Set a later day, or none.");
        }
        return postponedTo(later);
    }

    /** The same deprecation with a later sunset, or this if it is not later. */
    Deprecation postponedTo(Instant later) {
        Instant first = postponedFrom == null ? sunset : postponedFrom;
        return later.isAfter(sunset) ? new Deprecation(operation, since, later, first, successor, migrationPage) : this;
    }

    /** The contract's text, with its sunset replaced by the postponed date wherever it appears. */
    public String withItsDate(String contract) {
        return postponedFrom == null
                ? contract
                : contract.replace(day(postponedFrom), day(sunset))
                        .replace(ImfFixdate.format(postponedFrom), ImfFixdate.format(sunset));
    }

    private static String day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
    }

    /** The request header that asks for the answer that will be given after the end. */
    String rehearsalHeader() {
        return operation.definition().get("x-rehearsal").asString();
    }

    /** The API version that ends, like {@code v1.1}. */
    public String version() {
        return operation.version().orElseThrow();
    }

    private static Instant startOfDay(String date) {
        return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
