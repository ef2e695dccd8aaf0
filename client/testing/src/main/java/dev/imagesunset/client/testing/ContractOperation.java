package dev.imagesunset.client.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An operation as the contract has it.
 *
 * @param sentences what each status means
 * @param deprecatedAt empty if it is not deprecated, as are the sunset, the successor, the page and the rehearsal
 * @param rehearsal the header that has it answered as after the end
 */
record ContractOperation(
        String id,
        String method,
        String path,
        Map<String, String> sentences,
        String deprecatedAt,
        String sunset,
        String successor,
        String migrationPage,
        String rehearsal) {
    static final List<ContractOperation> ALL = Stream.of(
                    ImagesStubs.OPERATIONS, ImagesV11Stubs.OPERATIONS, MyCallsStubs.OPERATIONS)
            .flatMap(List::stream)
            .toList();

    /** The one that ends. */
    static final ContractOperation ENDING =
            ALL.stream().filter(ContractOperation::isDeprecated).findFirst().orElseThrow();

    private static final String ID = "{image_id}";

    String name() {
        return method + " " + path;
    }

    boolean isDeprecated() {
        return !deprecatedAt.isEmpty();
    }

    Instant deprecatedFrom() {
        return midnight(deprecatedAt);
    }

    Instant goneFrom() {
        return midnight(sunset);
    }

    String sentence(int status, String otherwise) {
        return sentences.getOrDefault(String.valueOf(status), otherwise);
    }

    /** The path of the successor for an image, or of all images. */
    String successorPath(@Nullable String imageId) {
        String template = successor.substring(successor.indexOf(' ') + 1);
        return imageId == null ? template.replace("/" + ID, "") : template.replace(ID, imageId);
    }

    /** The image's id in a path, or an empty text if there is none in this operation's; nothing if it is not its path. */
    Optional<String> idIn(String requested) {
        String expression = Pattern.quote(path).replace(ID, "\\E([^/]+)\\Q");
        Matcher matcher = Pattern.compile(expression).matcher(requested);
        return matcher.matches()
                ? Optional.of(matcher.groupCount() == 0 ? "" : StubRequest.unescaped(matcher.group(1)))
                : Optional.empty();
    }

    private static Instant midnight(String date) {
        return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
