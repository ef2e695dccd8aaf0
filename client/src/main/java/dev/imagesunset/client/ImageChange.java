package dev.imagesunset.client;

import dev.imagesunset.client.json.Json;
import dev.imagesunset.client.model.Change;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the changes of {@link ImageService#updateImage(String, List)}. Properties are given by their names in the contract, like
 * {@code min_disk}, or by those of custom properties, whatever characters they have:
 *
 * <pre>{@code
 * images.updateImage(id, List.of(replace("protected", false), add("os_distro", "debian"), remove("os_version")));
 * }</pre>
 */
public final class ImageChange {
    private static final Set<Change.OpEnum> GIVING = EnumSet.of(Change.OpEnum.ADD, Change.OpEnum.REPLACE);

    private ImageChange() {}

    /**
     * Gives a property, that of every image or a custom one that is there, a new value.
     *
     * @param value the value as it is written in JSON: a text, a number, a boolean, a list of texts for {@code tags}, an
     *     enum of the model; null takes the value away from a property that can be without one, like {@code name}
     * @throws IllegalArgumentException if the value cannot be written as JSON
     */
    public static Change replace(String property, @Nullable Object value) {
        return change(Change.OpEnum.REPLACE, property)
                .value(json(property, value))
                .build();
    }

    /** Gives the image a custom property, or an existing one a new value. */
    public static Change add(String property, String value) {
        return change(Change.OpEnum.ADD, property).value(value).build();
    }

    /** Takes a custom property from the image. */
    public static Change remove(String property) {
        return change(Change.OpEnum.REMOVE, property).build();
    }

    /** Giving properties values can be repeated; a property that is removed cannot be removed again. */
    static Repetition repetition(List<Change> changes) {
        return changes.stream().allMatch(change -> GIVING.contains(change.getOp()))
                ? Repetition.SAFE
                : Repetition.ONLY_WHEN_NOTHING_GOT_THROUGH;
    }

    private static @Nullable Object json(String property, @Nullable Object value) {
        try {
            return Json.copy(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The value of " + property + " cannot be written as JSON", e);
        }
    }

    private static Change.Builder change(Change.OpEnum op, String property) {
        return Change.builder().op(op).path("/" + property.replace("~", "~0").replace("/", "~1"));
    }
}
