package dev.imagesunset.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** The service could not be reached, or did not answer in time; the message says which service, and why. */
public final class NoAnswerException extends ImageServiceException {
    private final String reason;

    private NoAnswerException(String what, String failure, String reason, Throwable cause) {
        super(what, failure, cause);
        this.reason = reason;
    }

    /**
     * Makes one, for a test.
     *
     * @param what the call, like {@code Deleting image 1}
     * @param cause why there is no answer, like a {@link ConnectException}
     */
    public NoAnswerException(String what, Throwable cause) {
        this(what, " had no answer", ": " + reason(cause), cause);
    }

    static NoAnswerException because(String what, URI endpoint, Throwable cause) {
        return new NoAnswerException(what, " had no answer from " + endpoint, ": " + reason(cause), cause);
    }

    static ImageServiceException interrupted(
            String what, InterruptedException cause, int tries, boolean mayHaveGotThrough) {
        return new NoAnswerException(what, " was interrupted", "", cause).afterTries(tries, mayHaveGotThrough);
    }

    @Override
    boolean isWorthARetry() {
        return getCause() instanceof IOException || getCause() instanceof TimeoutException;
    }

    @Override
    boolean mayHaveGotThrough() {
        Throwable cause = getCause();
        return !(cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof SSLHandshakeException
                || cause instanceof InterruptedException);
    }

    @Override
    String ending(int tries) {
        return " after " + (tries == 1 ? "1 try" : tries + " tries") + reason;
    }

    /** The JDK's own exceptions for the commonest reasons have no message. */
    private static String reason(Throwable cause) {
        if (cause instanceof TimeoutException && cause.getMessage() != null) {
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
