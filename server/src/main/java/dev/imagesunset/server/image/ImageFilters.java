package dev.imagesunset.server.image;

import dev.imagesunset.server.generated.Image;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.CanonicalUuid;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Makes conditions from a query, one for each parameter. Their SQL consists only of texts in this class. */
final class ImageFilters {
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * The statuses of images here, plus those that only Glance has: no image has them here, but asking for them is no
     * mistake.
     */
    private static final Set<String> STATUSES = Stream.concat(
                    Stream.of(Image.StatusEnum.values()).map(Image.StatusEnum::getValue),
                    Stream.of("deleted", "importing", "uploading"))
            .collect(Collectors.toUnmodifiableSet());

    private ImageFilters() {}

    /** The condition that a parameter stands for; empty if the parameter can only be a custom property. */
    static Optional<Condition> of(String parameter, String value) {
        return Optional.ofNullable(
                switch (parameter) {
                    case "name" -> name(ValueList.read(parameter, value, true));
                    case "status" -> status(ValueList.read(parameter, value, false));
                    case "id" -> id(ValueList.read(parameter, value, false));
                    case "disk_format", "container_format" -> oneOf(parameter, ValueList.read(parameter, value, false));
                    case "owner", "checksum" -> Condition.of(parameter + " = :" + parameter, parameter, value);
                    case "os_hash_algo", "os_hash_value" -> Condition.NEVER;
                    case "size", "virtual_size", "min_disk", "min_ram" ->
                        Condition.of(parameter + " = :" + parameter, parameter, Long.valueOf(value));
                    case "size_min" -> Condition.of("size >= :size_min", parameter, Long.valueOf(value));
                    case "size_max" -> Condition.of("size <= :size_max", parameter, Long.valueOf(value));
                    case "protected", "os_hidden" -> is(parameter, Boolean.parseBoolean(value));
                    case "created_at", "updated_at" -> TimeFilter.of(parameter, value);
                    default -> null;
                });
    }

    /** A literal value, not a parameter: PostgreSQL must know it to use the index of the few rows that have it. */
    static Condition is(String column, boolean value) {
        return new Condition(column + " = " + value, Map.of());
    }

    static Condition tags(List<String> tags) {
        return Condition.of("tags @> CAST(:tags AS jsonb)", "tags", JSON.writeValueAsString(tags));
    }

    static Condition properties(Map<String, String> properties) {
        return Condition.of(
                "properties @> CAST(:properties AS jsonb)", "properties", JSON.writeValueAsString(properties));
    }

    /** Repeats the condition in the form in which the indexes have names, so that they serve it. */
    private static Condition name(List<String> names) {
        Condition is = oneOf("name", names);
        return new Condition(is.sql() + " AND " + is.sql().replaceFirst("name", SortKey.NAME.sql()), is.parameters());
    }

    private static Condition status(List<String> statuses) {
        if (!STATUSES.containsAll(statuses)) {
            String known = STATUSES.stream().sorted().collect(Collectors.joining(", "));
            throw Refusal.ofParameter(
                    "status", "is no status. Send one of " + known + ", or several as in in:active,queued");
        }
        return oneOf("status", statuses);
    }

    private static Condition id(List<String> ids) {
        return oneOf("id", ids.stream().map(ImageFilters::uuid).toArray(UUID[]::new));
    }

    private static UUID uuid(String text) {
        return CanonicalUuid.of(text)
                .orElseThrow(() -> Refusal.ofParameter(
                        "id", "is no UUID. Send 8-4-4-4-12 hexadecimal digits, or several as in in:...,..."));
    }

    private static Condition oneOf(String column, List<String> values) {
        return oneOf(column, values.toArray(String[]::new));
    }

    /** A list is a single parameter, however long it is, so that PostgreSQL need not plan for each of its values. */
    private static <T> Condition oneOf(String column, T[] values) {
        return values.length == 1
                ? Condition.of(column + " = :" + column, column, values[0])
                : Condition.of(column + " = ANY(:" + column + ")", column, values);
    }
}
