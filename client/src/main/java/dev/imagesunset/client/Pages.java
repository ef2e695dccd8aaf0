package dev.imagesunset.client;

import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.model.Images;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The pages of what a query finds, one after the other. */
final class Pages {
    static final String WHAT = "Listing images";
    private static final Pattern MARKER = Pattern.compile("[?&]marker=([^&#]+)");

    private final Service service;
    private final URI endpoint;
    private final ImageQuery query;

    private @Nullable String marker;
    private boolean hasNext = true;
    private long turned;
    private @Nullable String rememberedMarker;

    Pages(Service service, URI endpoint, ImageQuery query) {
        this.service = service;
        this.endpoint = endpoint;
        this.query = query;
    }

    boolean hasNext() {
        return hasNext;
    }

    /** Getting the next page that has images, or the last one without. */
    Calls.Work<List<Image>> turning() {
        return new Calls.Work<>(WHAT, this::next);
    }

    private CompletableFuture<List<Image>> next(RunningCall call) {
        Operation<Images> operation = Operation.of(WHAT, query.request(endpoint, marker), Images::of);
        return service.ask(call, operation)
                .thenApply(this::images)
                .thenCompose(
                        images -> images.isEmpty() && hasNext ? next(call) : CompletableFuture.completedFuture(images));
    }

    private List<Image> images(Reply<Images> reply) {
        Images page = Contents.page(reply);
        String next = page.getNext();
        marker = next == null ? null : markerIn(reply, next);
        hasNext = next != null;
        return page.getImages();
    }

    private String markerIn(Reply<Images> reply, String next) {
        Matcher found = MARKER.matcher(next);
        String after = found.find() ? decoded(found.group(1)) : null;
        if (after == null || after.equals(marker)) {
            throw unexpected(reply, next, "leads nowhere");
        }
        if (after.equals(rememberedMarker)) {
            throw unexpected(reply, next, "leads in a circle");
        }
        // One marker that is remembered for ever longer finds a circle of any length (Brent's algorithm).
        if (Long.bitCount(++turned) == 1) {
            rememberedMarker = after;
        }
        return after;
    }

    private static @Nullable String decoded(String marker) {
        try {
            return URLDecoder.decode(marker, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static UnexpectedAnswerException unexpected(Reply<Images> reply, String next, String why) {
        return new UnexpectedAnswerException(WHAT, reply.answer(), "its next page, " + next + ", " + why);
    }
}
