package dev.imagesunset.server.problem;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.request.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Chooses the media type of a problem: that of problem documents, plain JSON for a client that accepts no other, or a
 * page for a browser that is not at an operation.
 */
final class ProblemType {
    private static final Comparator<MediaType> BY_PRECISION =
            Comparator.comparing(MediaType::isConcrete).thenComparing(range -> !range.isWildcardType());

    private ProblemType() {}

    static MediaType of(HttpServletRequest request) {
        List<MediaType> accepted = accepted(request);
        if (accepted.isEmpty() && Contract.isOfV20(request.getContentType())) {
            // OpenStack's own test suite sends no Accept with such a body, and fails on any type that it does not know.
            return MediaType.APPLICATION_JSON;
        }
        if (isForPeople(request) && isPagePreferred(accepted)) {
            return MediaType.TEXT_HTML;
        }
        boolean isJsonPreferred =
                quality(MediaType.APPLICATION_JSON, accepted) > quality(MediaType.APPLICATION_PROBLEM_JSON, accepted);
        return isJsonPreferred ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_PROBLEM_JSON;
    }

    /** Whether a path belongs neither to an operation nor to an API version: only there is the caller a browser. */
    private static boolean isForPeople(HttpServletRequest request) {
        Exchange exchange = Exchange.of(request);
        return exchange.operation().isEmpty() && exchange.version().isEmpty();
    }

    private static boolean isPagePreferred(List<MediaType> accepted) {
        double page = quality(MediaType.TEXT_HTML, accepted);
        return page > quality(MediaType.APPLICATION_PROBLEM_JSON, accepted)
                && page > quality(MediaType.APPLICATION_JSON, accepted);
    }

    private static List<MediaType> accepted(HttpServletRequest request) {
        try {
            return MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)));
        } catch (InvalidMediaTypeException e) {
            return List.of();
        }
    }

    /** The quality that a client gives to a type, by the most specific of its ranges (RFC 9110, section 12.5.1). */
    private static double quality(MediaType type, List<MediaType> accepted) {
        return accepted.stream()
                .filter(range -> range.includes(type))
                .max(BY_PRECISION)
                .map(MediaType::getQualityValue)
                .orElse(0.0);
    }
}
