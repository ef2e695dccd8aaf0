package dev.imagesunset.client;

import dev.imagesunset.client.generated.ImagesApi;
import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.model.Images;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The images that a query finds; a page is asked for when somebody gets there. */
final class Listing implements Iterator<Image> {
    private static final String WHAT = "Listing images";
    private static final Pattern MARKER = Pattern.compile("[?&]marker=([^&#]+)");

    private final Calls calls;
    private final ImagesApi api;
    private final ImageQuery query;

    private Iterator<Image> page = Collections.emptyIterator();
    private @Nullable String marker;
    private boolean isLast;
    private long pages;
    private @Nullable String rememberedMarker;

    Listing(Calls calls, ImagesApi api, ImageQuery query) {
        this.calls = calls;
        this.api = api;
        this.query = query;
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && !isLast) {
            turnToTheNextImage(calls.start());
        }
        return page.hasNext();
    }

    @Override
    public Image next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }

    private void turnToTheNextImage(CallBudget.Countdown countdown) {
        while (!page.hasNext() && !isLast) {
            turnThePage(countdown);
        }
    }

    private void turnThePage(CallBudget.Countdown countdown) {
        Reply<Images> reply = calls.call(
                CallDescription.of(WHAT), Repetition.SAFE, countdown, headers -> query.send(api, marker, headers));
        Images images = reply.content();
        String next = images.getNext();
        marker = next == null ? null : markerIn(reply, next);
        isLast = next == null;
        page = images.getImages().iterator();
    }

    private String markerIn(Reply<Images> reply, String next) {
        Matcher found = MARKER.matcher(next);
        if (!found.find()) {
            throw unexpected(reply, next, "leads nowhere");
        }
        String after = decoded(found.group(1));
        if (after == null || after.equals(marker)) {
            throw unexpected(reply, next, "leads nowhere");
        }
        if (after.equals(rememberedMarker)) {
            throw unexpected(reply, next, "leads in a circle");
        }
        // One marker that is remembered for ever longer finds a circle of any length (Brent's algorithm).
        if (Long.bitCount(++pages) == 1) {
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
