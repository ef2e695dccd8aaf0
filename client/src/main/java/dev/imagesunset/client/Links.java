package dev.imagesunset.client;

import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the header {@code Link} (RFC 8288, section 3), and passes over what it cannot read. */
final class Links {
    private static final Pattern PARAMETER =
            Pattern.compile("\\s*;\\s*([^\\s=;,]++)(?:\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s\";,]*+)))?");
    private static final Pattern LINK = Pattern.compile("<([^<>]*+)>((?:" + PARAMETER + ")*+)");

    private Links() {}

    /** The targets by relation type; the first of a type counts. */
    static Map<String, URI> parse(List<String> headers, URI base) {
        Map<String, URI> targets = new HashMap<>();
        for (String header : headers) {
            LINK.matcher(header).results().forEach(link -> add(targets, link, base));
        }
        return Map.copyOf(targets);
    }

    private static void add(Map<String, URI> targets, MatchResult link, URI base) {
        try {
            URI target = base.resolve(link.group(1).strip());
            relationTypes(link.group(2)).forEach(type -> targets.putIfAbsent(type, target));
        } catch (IllegalArgumentException e) {
            // A link that nobody can follow is no reason to fail a call.
        }
    }

    private static List<String> relationTypes(String parameters) {
        return PARAMETER
                .matcher(parameters)
                .results()
                .filter(parameter -> parameter.group(1).equalsIgnoreCase("rel"))
                .limit(1)
                .flatMap(rel -> Stream.of(rel.group(2), rel.group(3)))
                .filter(Objects::nonNull)
                .flatMap(types ->
                        Arrays.stream(types.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)))
                .toList();
    }
}
