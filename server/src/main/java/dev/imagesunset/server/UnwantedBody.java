package dev.imagesunset.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Takes and forgets the body that a request has although no operation asks for one, up to a size and for a time: who
 * sends more, or sends slowly, is refused and cut off, and keeps no thread busy.
 */
@Component
@Order(2)
class UnwantedBody extends ValveBase {
    private static final int MOST = 64 * 1024;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(5);

    UnwantedBody() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        boolean isRefused = response.getStatus() >= Response.SC_BAD_REQUEST;
        if (isRefused || !hasBody(request) || isTaken(request.getInputStream())) {
            getNext().invoke(request, response);
            return;
        }
        response.setStatus(Response.SC_BAD_REQUEST);
        response.setHeader("Connection", "close");
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean isTaken(InputStream body) {
        long start = System.nanoTime();
        byte[] buffer = new byte[8192];
        int taken = 0;
        try {
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                taken += n;
                if (taken > MOST || System.nanoTime() - start > LONGEST) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
