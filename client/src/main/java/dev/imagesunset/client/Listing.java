package dev.imagesunset.client;

import dev.imagesunset.client.model.Image;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The images that a query finds; a page is asked for when somebody gets there. */
final class Listing implements Iterator<Image> {
    private final Calls calls;
    private final Pages pages;
    private Iterator<Image> page = Collections.emptyIterator();

    Listing(Calls calls, Pages pages) {
        this.calls = calls;
        this.pages = pages;
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && pages.hasNext()) {
            page = calls.await(pages.turning()).iterator();
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
}
