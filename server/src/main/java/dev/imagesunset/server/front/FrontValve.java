package dev.imagesunset.server.front;

import dev.imagesunset.server.access.LateIdentity;
import dev.imagesunset.server.access.TokenHeader;
import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.contract.Operation;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Problems;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Exchange;
import dev.imagesunset.server.request.ExchangeListener;
import dev.imagesunset.server.request.OpenExchanges;
import dev.imagesunset.server.request.RequestId;
import dev.imagesunset.server.sunset.Notices;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The steps that every request passes, from top to bottom, before Spring sees it. It is a valve, since some answers are
 * Tomcat's own and never reach a filter: they too carry an id, announce the end, are problem documents, and are
 * counted.
 */
@Component
class FrontValve extends ValveBase {
    private static final String OUR_ID = "request_id";
    private static final String CALLERS_ID = "caller_request_id";

    private final ProxyHeaders proxy;
    private final Contract contract;
    private final Notices notices;
    private final Problems problems;
    private final LateIdentity identity;
    private final OpenExchanges open;
    private final Drain drain;
    private final List<ExchangeListener> listeners;

    FrontValve(
            ProxyHeaders proxy,
            Contract contract,
            Notices notices,
            Problems problems,
            LateIdentity identity,
            OpenExchanges open,
            Drain drain,
            List<ExchangeListener> listeners) {
        super(true);
        this.proxy = proxy;
        this.contract = contract;
        this.notices = notices;
        this.problems = problems;
        this.identity = identity;
        this.open = open;
        this.drain = drain;
        this.listeners = listeners;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        RepairedPath.of(request);
        WildcardType.forget(request);
        // Nothing here is large enough to be worth serving in part (RFC 9110, section 14.2).
        request.getCoyoteRequest().getMimeHeaders().removeHeader("Range");
        Exchange exchange = Exchange.begin(request, path(request), proxy.of(request), contract);
        open.begin();
        try {
            name(exchange, response);
            answer(exchange, request, response);
        } finally {
            end(exchange, response);
        }
    }

    private void end(Exchange exchange, Response response) {
        exchange.end(response.getStatus());
        if (exchange.isIdentified()) {
            tell(exchange);
            return;
        }
        Map<String, String> names = Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of());
        forgetNames();
        exchange.whenIdentified(() -> {
            names.forEach(MDC::put);
            tell(exchange);
        });
    }

    private void tell(Exchange exchange) {
        try {
            listeners.forEach(listener -> listener.ended(exchange));
        } finally {
            forgetNames();
            open.end();
        }
    }

    private static void forgetNames() {
        MDC.remove(OUR_ID);
        MDC.remove(CALLERS_ID);
    }

    private static String path(Request request) {
        return Optional.ofNullable(request.getDecodedRequestURI())
                .or(() -> Optional.ofNullable(request.getRequestURI()))
                .orElse("");
    }

    private static void name(Exchange exchange, Response response) {
        response.setHeader(RequestId.HEADER, exchange.id().value());
        MDC.put(OUR_ID, exchange.id().value());
        exchange.callersId().ifPresent(sent -> MDC.put(CALLERS_ID, sent.value()));
        exchange.operation().filter(Operation::needsToken).ifPresent(operation -> keepForItsCaller(response));
    }

    /** Keeps an answer for the token that asked: no cache may store it, and no browser may guess its type. */
    private static void keepForItsCaller(Response response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.VARY, TokenHeader.NAME);
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    private void answer(Exchange exchange, Request request, Response response) throws IOException, ServletException {
        if (response.getStatus() >= Response.SC_BAD_REQUEST) {
            // Tomcat has refused a request that it cannot read, and closes the connection itself.
            if (Drain.isOver(request)) {
                notices.tell(exchange, response);
                refuse(new Refusal(ProblemCode.SERVER_STOPPING), request, response);
            } else {
                passOn(exchange, request, response);
            }
            return;
        }
        drain.announce(response);
        RoomForOthers.announce(request, response);
        UnreadBody.announce(exchange, request, response);
        try {
            passOn(exchange, request, response);
        } finally {
            UnreadBody.leave(request);
        }
    }

    private void passOn(Exchange exchange, Request request, Response response) throws IOException, ServletException {
        Optional<Refusal> gone = notices.tell(exchange, response);
        if (gone.isPresent()) {
            exchange.identifyLater(identity.of(request));
            refuse(gone.get(), request, response);
            return;
        }
        if ("OPTIONS".equals(exchange.method()) && tellsMethods(exchange, response)) {
            return;
        }
        getNext().invoke(request, response);
        if (response.getStatus() >= Response.SC_BAD_REQUEST
                && response.getContentWritten() == 0
                && !response.isCommitted()) {
            refuse(problems.of(response.getStatus()), request, response);
        }
    }

    private boolean tellsMethods(Exchange exchange, Response response) {
        Set<String> methods = contract.methods(exchange.path());
        if (methods.isEmpty()) {
            return false;
        }
        response.setHeader(HttpHeaders.ALLOW, String.join(", ", methods));
        response.setStatus(Response.SC_NO_CONTENT);
        return true;
    }

    private void refuse(Refusal refusal, Request request, Response response) throws IOException {
        // Tomcat may have refused the request already, and closed the response.
        response.setSuspended(false);
        problems.send(refusal, request, response);
    }
}
