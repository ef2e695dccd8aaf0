package dev.imagesunset.client;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Passes on what answers say of the end of a call: to the log once, and once more for each brownout that is
 * announced; to the listener each time; and to a test that wants none of it.
 */
final class Notices {
    private static final System.Logger log = System.getLogger(ImageServiceClient.class.getName());

    /** A service that announces ever new brownouts shall fill neither the log nor the memory. */
    private static final int MOST_LOGGED = 100;

    private final URI endpoint;
    private final ClientListener listener;
    private final Strictness strictness;
    private final Time time;
    private final Set<Optional<Brownout>> logged = ConcurrentHashMap.newKeySet();

    Notices(URI endpoint, ClientListener listener, Strictness strictness, Time time) {
        this.endpoint = endpoint;
        this.listener = listener;
        this.strictness = strictness;
        this.time = time;
    }

    @Nullable DeprecationNotice read(Operation<?> call, int status, HttpHeaders headers) {
        DeprecationNotice notice = DeprecationNotice.read(headers, endpoint, time.now());
        if (notice != null) {
            pass(call, notice);
            strictness.afterAnswer(call.what(), status, notice);
        }
        return notice;
    }

    private void pass(Operation<?> call, DeprecationNotice notice) {
        // Once in a program's life: what to call instead is a method of this client, not this one image's address.
        if (logged.size() < MOST_LOGGED && logged.add(notice.nextBrownout())) {
            String notes = call.successor() == null ? notice.toString() : notice.inWords(call.successor());
            log.log(
                    System.Logger.Level.WARNING,
                    Shortened.text("This program makes a call to " + endpoint + " that is " + notes));
        }
        try {
            listener.deprecated(notice);
        } catch (Exception e) { // Not every language declares its checked ones.
            log.log(System.Logger.Level.WARNING, "The listener failed", e);
        }
    }
}
