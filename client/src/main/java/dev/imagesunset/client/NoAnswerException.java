package dev.imagesunset.client;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** The service could not be reached, or did not answer in time; the cause tells which. */
public final class NoAnswerException extends ImageServiceException {
    private NoAnswerException(String what, String why, Throwable cause) {
        super(what, why, cause);
    }

    static NoAnswerException because(String what, Throwable cause) {
        String why = cause instanceof TimeoutException ? "it took too long" : cause.toString();
        return new NoAnswerException(what, " had no answer: " + why, cause);
    }

    static NoAnswerException interrupted(String what, InterruptedException cause) {
        return new NoAnswerException(what, " was interrupted", cause);
    }

    @Override
    boolean isWorthARetry() {
        return !(getCause() instanceof InterruptedException);
    }

    @Override
    boolean mayHaveGotThrough() {
        Throwable cause = getCause();
        return !(cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnknownHostException
                || cause instanceof SSLHandshakeException);
    }
}
