package dev.imagesunset.server.front;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.http.BoundedBody;
import dev.imagesunset.server.problem.Refusal;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes and forgets the body that a request has although its operation asks for none; refuses and cuts off a boundless one. */
@Component
@Order(2)
class UnwantedBody extends ValveBase {
    private final List<Contract.Operation> wanted;

    UnwantedBody(Contract contract) {
        super(true);
        wanted = contract.operations()
                .filter(operation -> operation.definition().has("requestBody"))
                .toList();
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        boolean isRefused = response.getStatus() >= Response.SC_BAD_REQUEST;
        if (isRefused || !hasBody(request) || isWanted(request) || isTaken(request.getInputStream())) {
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

    private boolean isWanted(Request request) {
        return wanted.stream()
                .anyMatch(operation -> operation.covers(request.getMethod(), request.getDecodedRequestURI()));
    }

    private static boolean isTaken(InputStream body) {
        try {
            BoundedBody.read(body);
            return true;
        } catch (IOException | Refusal e) {
            return false;
        }
    }
}
