package dev.imagesunset.server.image;

import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One change to an image, as in a JSON Patch.
 *
 * @param op what to do
 * @param property the name of the property to change
 * @param value the new value; null in JSON if there is none
 */
public record PropertyChange(Op op, String property, JsonNode value) {
    /**
     * A JSON Pointer of one token (RFC 6901, section 3), since properties have no parts. Possessive, so that a long one
     * does not overflow the stack.
     */
    private static final Pattern POINTER = Pattern.compile("/(?:[^/~]|~[01])*+", Pattern.DOTALL);

    /** An operation on a property. */
    enum Op {
        /** Sets its value, whether or not it exists. */
        ADD,
        REPLACE,
        REMOVE;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads a change in the syntax of RFC 6902, section 4.
     *
     * @throws Refusal if it is none
     */
    public static PropertyChange read(@Nullable ObjectNode change) {
        if (change == null
                || !change.path("op").isString()
                || !change.path("path").isString()) {
            throw malformed("A change has no op or no path. Send both, as texts.");
        }
        Op op = Arrays.stream(Op.values())
                .filter(known -> known.word().equals(change.get("op").asString()))
                .findFirst()
                .orElseThrow(() -> malformed("The op of a change is not known. Send add, replace or remove."));
        return of(op, change.get("path").asString(), change.get("value"));
    }

    /**
     * Reads a change in the syntax of Image API v2.0, where the operation is the name of the member that has the path.
     *
     * @throws Refusal if it is none
     */
    public static PropertyChange readV20(@Nullable ObjectNode change) {
        List<Op> ops = Arrays.stream(Op.values())
                .filter(op -> change != null && change.has(op.word()))
                .toList();
        if (change == null || ops.size() != 1 || !change.path(ops.get(0).word()).isString()) {
            throw malformed(
                    "A change has not exactly one of add, replace and remove. Send one, with the path as a text.");
        }
        return of(ops.get(0), change.get(ops.get(0).word()).asString(), change.get("value"));
    }

    private static PropertyChange of(Op op, String path, @Nullable JsonNode value) {
        if (!POINTER.matcher(path).matches()) {
            throw new Refusal(
                    ProblemCode.IMAGE_INVALID,
                    "A path of a change is not that of a property. Send / and its name, with ~1 for / and ~0 for ~.");
        }
        if (value == null && op != Op.REMOVE) {
            throw malformed("A change that is to add or replace has no value. Send one, which may be null.");
        }
        String property = path.substring(1).replace("~1", "/").replace("~0", "~");
        return new PropertyChange(op, property, value == null ? NullNode.instance : value);
    }

    private static Refusal malformed(String detail) {
        return new Refusal(ProblemCode.BODY_MALFORMED, detail);
    }
}
