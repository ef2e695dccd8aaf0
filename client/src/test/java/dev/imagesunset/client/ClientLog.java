package dev.imagesunset.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What clients log while it is open. */
final class ClientLog extends Handler implements AutoCloseable {
    /** Kept, since nobody else keeps it. */
    private static final Logger LOGGER = Logger.getLogger(ImageServiceClient.class.getName());

    private final List<String> messages = new CopyOnWriteArrayList<>();

    ClientLog() {
        LOGGER.addHandler(this);
    }

    List<String> messages() {
        return messages;
    }

    @Override
    public void publish(LogRecord entry) {
        messages.add(entry.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LOGGER.removeHandler(this);
    }
}
