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
 * The body that nobody has read when a request is answered, because the operation takes none or its caller was refused: waited
 * for no longer than a moment, where Tomcat would wait for the sake of the next request, so that whoever sends slowly keeps
 * no thread busy.
 */
final class UnreadBody {
    private static final int MOST = 64 * 1024;
    /** In which an ordinary client's body is there: many send it right behind the head, but not together with it. */
    private static final Duration MOMENT = Duration.ofMillis(100);

    private static final Duration BREATH = Duration.ofMillis(1);

    private UnreadBody() {}

    /** Says before the answer that the connection will be closed after it, where that is known. */
    static void announce(Exchange exchange, Request request, Response response) {
        boolean isWanted = exchange.operation().filter(Operation::takesBody).isPresent();
        if (hasBody(request) && (isWanted ? isChunked(request) : !isOver(request))) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
    }

    /** Closes the connection after the answer, unless the body is over. */
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
     * Takes what comes, since a connection that is closed with something unread may cost the caller its answer. It reads
     * beneath the servlet's stream, which is closed once the request is answered, and tells nothing of what the socket has.
     */
    private static boolean isOver(Request request) {
        long start = System.nanoTime();
        org.apache.coyote.Request body = request.getCoyoteRequest();
        // The length of a chunk would have to be waited for.
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

    /** Where what is read goes. */
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
