package dev.imagesunset.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** For certain, nothing of a request was sent; the message says why, and the cause is what went wrong. */
final class NotSent extends Exception {
    NotSent(String why, Throwable cause) {
        super(why, cause);
    }

    /** Whether a failure leaves no doubt of it. */
    static boolean isCertainAfter(Throwable failure) {
        return failure instanceof NotSent
                || failure instanceof InterruptedException
                || failure instanceof SSLHandshakeException
                || (failure instanceof SSLException && says(failure, "(Unsupported or u|U)nrecognized SSL message.*"))
                || isWithoutAConnection(failure);
    }

    /** Whether what was to be connected with, the service or a proxy, is why it failed. */
    static boolean isWithoutAConnection(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof HttpConnectTimeoutException
                || failure instanceof UnknownHostException
                || (failure instanceof IOException && says(failure, "Tunnel failed, got: .*"));
    }

    /** What the JDK has words for, and no type; of what comes instead of TLS, it says so of its beginning only. */
    private static boolean says(Throwable failure, String words) {
        return String.valueOf(failure.getMessage()).matches(words);
    }
}
