package dev.imagesunset.server.front;

import dev.imagesunset.server.contract.Operation;
import dev.imagesunset.server.http.BoundedBody;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Exchange;
import java.io.IOException;
import java.io.InputStream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.coyote.ActionCode;

/** The body that a request has although its operation asks for none: taken and forgotten; a boundless one is refused and cut off. */
final class UnwantedBody {
    private UnwantedBody() {}

    /** Whether the request can be answered, as far as an unwanted body goes; if not, the answer has its status. */
    static boolean isTaken(Exchange exchange, Request request, Response response) throws IOException {
        boolean isRefused = response.getStatus() >= Response.SC_BAD_REQUEST;
        boolean isWanted = exchange.operation().filter(Operation::takesBody).isPresent();
        if (isRefused || isWanted || !hasBody(request) || isRead(request.getInputStream())) {
            return true;
        }
        response.setStatus(Response.SC_BAD_REQUEST);
        response.setHeader("Connection", "close");
        request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        return false;
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean isRead(InputStream body) {
        try {
            BoundedBody.read(body);
            return true;
        } catch (IOException | Refusal e) {
            return false;
        }
    }
}
