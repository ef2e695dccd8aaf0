package dev.imagesunset.server.front;

import dev.imagesunset.server.contract.Operation;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.request.Exchange;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.coyote.ActionCode;
import org.springframework.http.HttpHeaders;

/**
 * The body of a request for something that takes none: never waited for, so that whoever sends one slowly keeps no thread
 * busy. The connection is closed, unless all of it has arrived with the request.
 */
final class UnreadBody {
    private static final int MOST = 64 * 1024;

    private UnreadBody() {}

    /**
     * Says before the answer, if need be, that the connection will be closed after it.
     *
     * @return whether it has to be {@link #cutOff cut off} then
     */
    static boolean isAwaited(Request request, Response response) {
        boolean isAwaited = hasBody(request) && !hasArrived(request);
        if (isAwaited) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        return isAwaited;
    }

    /** Whether a body that was wanted was given up for its size or its slowness. */
    static boolean isTooMuch(Exchange exchange) {
        return exchange.operation().filter(Operation::takesBody).isPresent()
                && (exchange.outcome().equals(ProblemCode.REQUEST_MALFORMED.word())
                        || exchange.outcome().equals(ProblemCode.BODY_TOO_LARGE.word()));
    }

    /** Closes the connection after the answer, where Tomcat would read on for the next request's sake. */
    static void cutOff(Request request) {
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** Takes what is there, since a connection that is closed with something unread may cost the caller its answer. */
    private static boolean hasArrived(Request request) {
        long left = request.getContentLengthLong();
        // The length of a chunk would have to be waited for.
        boolean isTakeable = left >= 0 && left <= MOST;
        try {
            ServletInputStream body = request.getInputStream();
            byte[] buffer = new byte[8192];
            while (isTakeable && left > 0 && body.available() > 0) {
                int taken = body.read(buffer, 0, (int) Math.min(buffer.length, Math.min(left, body.available())));
                left = taken < 0 ? 0 : left - taken;
            }
            return left == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
