package dev.imagesunset.recipes;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;

/**
 * Knows what an address has after the path, its tail. Only a tail of one segment names an image. In a tail, {@link #VALUE}
 * stands for each value that the source does not show, and {@link #UNKNOWN} for what may be anything.
 */
final class Tails {
    private static final String VALUE = "\0";
    private static final String UNKNOWN = "?";
    private static final Pattern ONE_IMAGE = Pattern.compile("/(?=.)[^/?#\0]*\0?[^/?#\0]*", Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile("%[a-z]");
    private static final Pattern OF_A_PATH = Pattern.compile("(?s)[v12./images].*|.*[v12./images]|.*images.*|");
    private static final Set<String> BEGINNING =
            Set.of("fromHttpUrl", "fromPath", "fromUri", "fromUriString", "path", "uriString");
    private static final Set<String> HARMLESS = Set.of(
            "build",
            "buildAndExpand",
            "encode",
            "expand",
            "host",
            "port",
            "scheme",
            "toUri",
            "toUriString",
            "toString");

    private Tails() {}

    /** Of the path in a text; unknown if the path is only a query there. */
    static String of(String text) {
        String[] parts = PathMover.PATH.split(text, 2);
        return queryIn(parts[0]) + parts[1];
    }

    /** Whether the tail, with the other arguments of the call that sends the request, names one image. */
    static boolean isOneImage(String tail, J.MethodInvocation call, Expression address) {
        return isOneImage(tail) && call.getArguments().stream().allMatch(it -> it == address || isPlain(it));
    }

    static boolean isOneImage(String tail) {
        return ONE_IMAGE.matcher(tail).matches();
    }

    /** The tail of what is made of an address. */
    static String after(String tail, Object made, Object address) {
        if (made instanceof J.Binary sum) {
            return sum.getLeft() == address ? tail + text(sum.getRight()) : queryIn(text(sum.getLeft())) + tail;
        }
        if (made instanceof J.NewClass uri) {
            List<Expression> arguments = uri.getArguments();
            boolean isLast = arguments.stream()
                    .skip(arguments.indexOf(address) + 1L)
                    .allMatch(it -> it instanceof J.Literal literal && literal.getValue() == null);
            return isLast ? tail : UNKNOWN;
        }
        return made instanceof J.MethodInvocation call ? after(tail, call, address) : tail;
    }

    private static String after(String tail, J.MethodInvocation call, Object address) {
        boolean isCalledOn = call.getSelect() == address;
        return switch (call.getSimpleName()) {
            case "concat" ->
                isCalledOn ? tail + text(call.getArguments().get(0)) : queryIn(text(call.getSelect())) + tail;
            case "formatted" -> isCalledOn ? formatted(tail, call.getArguments()) : UNKNOWN;
            case "format" -> call.getArguments().get(0) == address ? formatted(tail, call.getArguments()) : UNKNOWN;
            case "replace" -> replaced(tail, text(call.getArguments().get(0)), call);
            case "resolve" ->
                !isCalledOn
                        ? tail
                        : tail.endsWith("/") ? tail + text(call.getArguments().get(0)) : UNKNOWN;
            default -> Addresses.isOfABuilder(call) ? built(tail, call, isCalledOn) : tail;
        };
    }

    private static String built(String tail, J.MethodInvocation call, boolean isCalledOn) {
        String name = call.getSimpleName();
        if (!isCalledOn) {
            return BEGINNING.contains(name) && call.getArguments().size() == 1 ? tail : UNKNOWN;
        }
        return switch (name) {
            case "path" -> tail + text(call.getArguments().get(0));
            case "pathSegment" ->
                call.getArguments().stream()
                        .map(Tails::text)
                        .collect(Collectors.joining("/", tail.endsWith("/") ? tail : tail + "/", ""));
            default ->
                HARMLESS.contains(name) && call.getArguments().stream().allMatch(Tails::isPlain) ? tail : UNKNOWN;
        };
    }

    private static String formatted(String template, List<Expression> arguments) {
        long places = PLACE.matcher(template).results().count();
        String formatted = template;
        for (Expression value : arguments.subList((int) Math.max(0, arguments.size() - places), arguments.size())) {
            formatted = formatted.replaceFirst(PLACE.pattern(), Matcher.quoteReplacement(text(value)));
        }
        return formatted;
    }

    /** Replacing what may be a part of the path would no longer find it. */
    private static String replaced(String tail, String place, J.MethodInvocation call) {
        boolean isKnown = call.getArguments().get(0) instanceof J.Literal
                && !OF_A_PATH.matcher(place).matches();
        return isKnown ? tail.replace(place, text(call.getArguments().get(1))) : UNKNOWN;
    }

    private static String queryIn(String before) {
        return before.contains("?") || before.contains("#") ? UNKNOWN : "";
    }

    /** Whether it is no more than a segment, as far as the source shows. */
    private static boolean isPlain(Expression value) {
        return text(value).chars().noneMatch(it -> it == '/' || it == '?' || it == '#');
    }

    private static String text(@Nullable Expression part) {
        if (part instanceof J.Literal literal) {
            return String.valueOf(literal.getValue());
        }
        if (part instanceof J.Parentheses<?> parentheses && parentheses.getTree() instanceof Expression inner) {
            return text(inner);
        }
        if (part instanceof J.Binary sum && sum.getOperator() == J.Binary.Type.Addition) {
            return text(sum.getLeft()) + text(sum.getRight());
        }
        return part instanceof J.Lambda ? UNKNOWN : VALUE + literalsIn(part);
    }

    private static String literalsIn(@Nullable Expression part) {
        StringBuilder literals = new StringBuilder();
        new JavaIsoVisitor<StringBuilder>() {
            @Override
            public J.Literal visitLiteral(J.Literal literal, StringBuilder found) {
                found.append(literal.getValue());
                return literal;
            }
        }.visit(part, literals);
        return literals.toString();
    }
}
