package dev.imagesunset.server.bench;

import dev.imagesunset.server.Connection;
import dev.imagesunset.server.PackagedServer;
import java.io.IOException;
import java.util.Collection;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Callers who delete, ask and list with a good token or a bad one, each with a pause after a call, and who count what they are told. */
final class MixedCalls implements Runnable {
    private static final long PAUSE = 15;

    private final int port;
    /** An image that nobody deletes. */
    private final UUID kept;

    private final Queue<UUID> images = new ConcurrentLinkedQueue<>();
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final LongAdder calls = new LongAdder();
    private final LongAdder unavailable = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder unexpected = new LongAdder();
    private final LongAdder doubtful = new LongAdder();
    private final LongAdder answeredV11 = new LongAdder();
    private final LongAdder unansweredV11 = new LongAdder();
    private final AtomicLong slowest = new AtomicLong();
    private volatile boolean goesOn = true;

    /** What happened in a while. */
    record Count(long calls, long unavailable, long unanswered, double slowest) {}

    /** @param kept an image that they are not given to delete */
    MixedCalls(int port, UUID kept) {
        this.port = port;
        this.kept = kept;
    }

    /** Gives them images to delete. */
    void take(Collection<UUID> more) {
        images.addAll(more);
    }

    int left() {
        return images.size();
    }

    void stop() {
        goesOn = false;
    }

    Count countSinceLastTime() {
        return new Count(
                calls.sumThenReset(),
                unavailable.sumThenReset(),
                unanswered.sumThenReset(),
                slowest.getAndSet(0) / 1e6);
    }

    Set<UUID> acknowledged() {
        return acknowledged;
    }

    /** How many deletes have no answer that says whether they were done. */
    long doubtful() {
        return doubtful.sum();
    }

    /** How many answers were neither what the call is for nor a 503. */
    long unexpected() {
        return unexpected.sum();
    }

    long answeredV11() {
        return answeredV11.sum();
    }

    long unansweredV11() {
        return unansweredV11.sum();
    }

    @Override
    public void run() {
        while (goesOn) {
            try (Connection connection = new Connection(port)) {
                int status = 0;
                // After a 503 the server closes the connection.
                while (goesOn && status != 503) {
                    status = call(connection);
                    Thread.sleep(PAUSE);
                }
            } catch (IOException e) {
                // And once more, on a new connection.
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private int call(Connection connection) throws IOException {
        return switch (ThreadLocalRandom.current().nextInt(10)) {
            case 0 -> ask(connection, "GET /v2/images?limit=20", PackagedServer.TOKEN, null, 200);
            case 1 -> ask(connection, "GET /v2/images/" + kept, PackagedServer.TOKEN, null, 200);
            case 2 -> ask(connection, "GET /v2/images/" + kept, "no-token-of-anybodys", null, 401);
            case 3 -> ask(connection, "DELETE /v1.1/images/" + UUID.randomUUID(), PackagedServer.TOKEN, null, 404);
            case 4, 5, 6 -> delete(connection, "v2");
            default -> delete(connection, "v1.1");
        };
    }

    private int delete(Connection connection, String version) throws IOException {
        UUID image = images.remove();
        return ask(connection, "DELETE /" + version + "/images/" + image, PackagedServer.TOKEN, image, 204);
    }

    /** @param deleted the image that is deleted if it is done, if any */
    private int ask(Connection connection, String what, String token, @Nullable UUID deleted, int expected)
            throws IOException {
        boolean isV11 = what.contains("v1.1");
        calls.increment();
        long start = System.nanoTime();
        int status;
        try {
            status = connection.ask(what, token);
        } catch (IOException e) {
            unanswered.increment();
            if (isV11) {
                unansweredV11.increment();
            }
            if (deleted != null) {
                doubtful.increment();
            }
            throw e;
        } finally {
            slowest.accumulateAndGet(System.nanoTime() - start, Math::max);
        }
        if (isV11) {
            answeredV11.increment();
        }
        if (status == 503) {
            unavailable.increment();
        } else if (status != expected) {
            unexpected.increment();
        }
        if (deleted != null && status == 204) {
            acknowledged.add(deleted);
        } else if (deleted != null && status == 503) {
            doubtful.increment();
        }
        return status;
    }
}
