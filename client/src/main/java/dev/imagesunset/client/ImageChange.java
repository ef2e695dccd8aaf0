package dev.imagesunset.client;

import dev.imagesunset.client.json.Json;
import dev.imagesunset.client.model.Change;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes changes for {@link ImageService#updateImage(String, List)}. Properties are named as in the contract, like
 * {@code min_disk}; custom properties by their own names, whatever characters they have:
 *
 * <pre>{@code
 * images.updateImage(id, List.of(replace("protected", false), add("os_distro", "debian"), remove("os_version")));
 * }</pre>
 */
public final class ImageChange {
    private static final Set<Change.OpEnum> GIVING = EnumSet.of(Change.OpEnum.ADD, Change.OpEnum.REPLACE);

    private ImageChange() {}

    /**
     * Gives a new value to a property that every image has, or to an existing custom one.
     *
     * @param value the value in terms of JSON: a text, a number, a boolean, a list of texts for {@code tags}, or an
     *     enum constant of the model; null clears a property that can be empty, like {@code name}
     * @throws IllegalArgumentException if the value cannot be written as JSON
     */
    public static Change replace(String property, @Nullable Object value) {
        return change(Change.OpEnum.REPLACE, property)
                .value(json(property, value))
                .build();
    }

    /** Adds a custom property, or gives an existing one a new value. */
    public static Change add(String property, String value) {
        return change(Change.OpEnum.ADD, property).value(value).build();
    }

    /** Removes a custom property. */
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
