package dev.imagesunset.client;

import java.time.Duration;

/**
 * Hears what happens during calls, in the thread that makes the call or, if none waits, in one of the client's. An
 * exception that a listener throws is logged and does not change the call.
 */
public interface ClientListener {
    /** An answer, good or bad, said that the call is deprecated. */
    default void deprecated(DeprecationNotice notice) {}

    /**
     * A call is about to be tried again.
     *
     * @param failedTries how many tries have failed
     * @param pause how long the call pauses first
     * @param reason why the last try failed
     */
    default void retrying(int failedTries, Duration pause, ImageServiceException reason) {}
}
