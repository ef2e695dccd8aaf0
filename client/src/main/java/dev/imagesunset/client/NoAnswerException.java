package dev.imagesunset.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;

/**
 * The service, or the proxy before it, could not be reached, or did not answer in time; or the call was ended before its
 * answer, by an interrupt, by closing the client or by an executor that takes no more work. The message says which, and
 * why.
 */
public final class NoAnswerException extends ImageServiceException {
    private final String reason;
    private final boolean mayHaveGotThrough;

    private NoAnswerException(String what, String failure, String reason, Throwable cause, boolean mayHaveGotThrough) {
        super(what, failure, cause);
        this.reason = Shortened.text(reason);
        this.mayHaveGotThrough = mayHaveGotThrough;
    }

    /**
     * Makes one, for a test.
     *
     * @param what the call, like {@code Deleting image 1}
     * @param cause why there is no answer, like a {@link ConnectException}
     */
    public NoAnswerException(String what, Throwable cause) {
        this(what, " had no answer", ": " + reason(cause), cause, !NotSent.isCertainAfter(cause));
    }

    static NoAnswerException because(String what, URI endpoint, Throwable failure) {
        Throwable cause = failure instanceof NotSent && failure.getCause() != null ? failure.getCause() : failure;
        return new NoAnswerException(
                what,
                " had no answer from " + endpoint,
                ": " + reason(failure),
                cause,
                !NotSent.isCertainAfter(failure));
    }

    /** A call that has ended before its time, how and why. */
    static ImageServiceException ended(
            String what, String how, String why, Throwable cause, CallBudget.Countdown countdown) {
        return new NoAnswerException(what, how, why, cause, countdown.mayHaveBeenDone())
                .afterTries(countdown.tries(), false);
    }

    @Override
    boolean isWorthARetry() {
        return getCause() instanceof IOException || getCause() instanceof TimeoutException;
    }

    @Override
    boolean mayHaveGotThrough() {
        return mayHaveGotThrough;
    }

    @Override
    String ending(int tries) {
        return " after " + (tries == 1 ? "1 try" : tries + " tries") + reason;
    }

    /** The JDK's own exceptions for the commonest reasons have no message. */
    static String reason(Throwable cause) {
        if ((cause instanceof TimeoutException || cause instanceof NotSent) && cause.getMessage() != null) {
            return cause.getMessage();
        }
        if (cause.getCause() instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
            return "the host name is unknown";
        }
        return cause instanceof ConnectException && cause.getMessage() == null
                ? "no connection, nothing listens there or something is in the way"
                : cause.toString();
    }
}
