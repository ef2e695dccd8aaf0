package dev.imagesunset.server.request;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.MDC;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Names every answer and the log lines of its request. It is a valve, since some answers are Tomcat's own and never
 * reach a filter.
 */
@Component
@Order(-2)
class RequestIdValve extends ValveBase {
    private static final String OURS = "request_id";
    private static final String THE_CALLERS = "caller_request_id";

    RequestIdValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        RequestId id = RequestId.random();
        id.nameRequest(request);
        response.setHeader(RequestId.HEADER, id.value());
        MDC.put(OURS, id.value());
        RequestId.sentByCaller(request.getHeader(RequestId.HEADER))
                .ifPresent(sent -> MDC.put(THE_CALLERS, sent.value()));
        try {
            getNext().invoke(request, response);
        } finally {
            MDC.remove(OURS);
            MDC.remove(THE_CALLERS);
        }
    }
}
