package dev.imagesunset.client;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Passes on what answers say of the end of a call: to the log once, to the listener each time. */
final class Notices {
    private static final System.Logger log = System.getLogger(ImageServiceClient.class.getName());

    private final URI endpoint;
    private final ClientListener listener;
    private final AtomicBoolean logged = new AtomicBoolean();

    Notices(URI endpoint, ClientListener listener) {
        this.endpoint = endpoint;
        this.listener = listener;
    }

    @Nullable DeprecationNotice read(HttpHeaders headers) {
        DeprecationNotice notice = DeprecationNotice.read(headers, endpoint);
        if (notice != null) {
            pass(notice);
        }
        return notice;
    }

    private void pass(DeprecationNotice notice) {
        if (logged.compareAndSet(false, true)) {
            log.log(System.Logger.Level.WARNING, "This program makes a call to " + endpoint + " that is " + notice);
        }
        try {
            listener.deprecated(notice);
        } catch (RuntimeException e) {
            log.log(System.Logger.Level.WARNING, "The listener failed", e);
        }
    }
}
