package dev.imagesunset.client;

import dev.imagesunset.client.generated.ImagesApi;
import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.model.Images;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
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

    Listing(Calls calls, ImagesApi api, ImageQuery query) {
        this.calls = calls;
        this.api = api;
        this.query = query;
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && !isLast) {
            turnThePage();
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

    private void turnThePage() {
        Reply<Images> reply = calls.call(WHAT, headers -> query.send(api, marker, headers));
        Images images = reply.content();
        String next = images.getNext();
        marker = next == null ? null : markerIn(reply, next);
        isLast = next == null;
        page = images.getImages().iterator();
    }

    private String markerIn(Reply<Images> reply, String next) {
        Matcher found = MARKER.matcher(next);
        String after = found.find() ? URLDecoder.decode(found.group(1), StandardCharsets.UTF_8) : null;
        if (after == null || Objects.equals(after, marker)) {
            throw new UnexpectedAnswerException(WHAT, reply.answer(), "its next page, " + next + ", leads nowhere");
        }
        return after;
    }
}
