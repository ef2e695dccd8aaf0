package dev.imagesunset.server.front;

import dev.imagesunset.server.contract.Operation;
import dev.imagesunset.server.request.Exchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.springframework.http.HttpHeaders;

/**
 * The rest of a request's body that nobody has read when the request is answered, because the operation takes none or
 * the caller was refused. It is waited for only briefly, while Tomcat would wait for the sake of the next request, so
 * that a slow sender keeps no thread busy.
 */
final class UnreadBody {
    private static final int MOST = 64 * 1024;
    /**
     * The time within which an ordinary client's body arrives: many send it right after the head, but not together with
     * it.
     */
    private static final Duration MOMENT = Duration.ofMillis(100);

    private static final Duration BREATH = Duration.ofMillis(1);

    private UnreadBody() {}

    /** Announces, with the answer, that the connection will be closed after it, if that is known by then. */
    static void announce(Exchange exchange, Request request, Response response) {
        boolean isWanted = exchange.operation().filter(Operation::takesBody).isPresent();
        if (hasBody(request) && (isWanted ? isChunked(request) : !isOver(request))) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
    }

    /** Closes the connection after the answer, unless the whole body has arrived. */
    static void leave(Request request) {
        if (hasBody(request) && !isOver(request)) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || isChunked(request);
    }

    private static boolean isChunked(Request request) {
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /**
     * Reads what arrives, since closing a connection with unread data may cost the caller its answer. It reads beneath
     * the servlet's stream, because that is closed once the request is answered, and does not say what has arrived at
     * the socket.
     */
    private static boolean isOver(Request request) {
        long start = System.nanoTime();
        org.apache.coyote.Request body = request.getCoyoteRequest();
        // With chunks, this would have to wait for the length of each.
        boolean isTakeable = !isChunked(request) && request.getContentLengthLong() <= MOST;
        try {
            while (isTakeable && !body.isFinished() && System.nanoTime() - start < MOMENT.toNanos()) {
                body.action(ActionCode.AVAILABLE, true);
                if (body.getAvailable() == 0) {
                    LockSupport.parkNanos(BREATH.toNanos());
                } else if (body.doRead(new Forgotten()) < 0) {
                    break;
                }
            }
        } catch (IOException e) {
            return false;
        }
        return body.isFinished();
    }

    /** Discards what is read. */
    private static final class Forgotten implements ApplicationBufferHandler {
        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // Tomcat's own buffer is large enough.
        }
    }
}
