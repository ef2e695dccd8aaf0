package dev.imagesunset.server.front;

import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.coyote.ActionCode;
import org.springframework.http.HttpHeaders;

/**
 * What an answered request has of a body that nobody asked for: never waited for, so that whoever sends one slowly keeps
 * no thread busy. The connection is closed, unless all of it has arrived with the request.
 */
final class UnreadBody {
    private static final int MOST = 64 * 1024;

    private UnreadBody() {}

    /** Tells before the answer that the connection will be closed. */
    static void announce(Request request, Response response) {
        if (hasBody(request) && !hasArrived(request)) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
    }

    /** Closes the connection after the answer, where Tomcat would read on for the next request's sake. */
    static void leave(Request request) {
        if (hasBody(request) && !hasArrived(request)) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
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
            byte[] buffer = new byte[MOST];
            while (isTakeable && left > 0 && body.available() > 0) {
                int taken = body.read(buffer, 0, (int) Math.min(left, body.available()));
                left = taken < 0 ? 0 : left - taken;
            }
            return body.isFinished() || left == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
