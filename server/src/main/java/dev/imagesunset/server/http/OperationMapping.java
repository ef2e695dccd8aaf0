package dev.imagesunset.server.http;

import dev.imagesunset.server.contract.Operation;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the controller of the operation that the request was recognised as. A controller answers no other request,
 * since only the rules of that operation have been enforced.
 */
final class OperationMapping extends RequestMappingHandlerMapping {
    /** Just before Spring's router functions, at -1, which serve pages. */
    private static final int BEFORE_PAGES = -2;

    private final Map<String, Handler> handlers = new HashMap<>();

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> methods) {
        super.handlerMethodsInitialized(methods);
        methods.forEach((mapping, method) -> mapping.getMethodsCondition()
                .getMethods()
                .forEach(verb -> mapping.getPatternValues()
                        .forEach(path -> handlers.put(verb + " " + path, new Handler(mapping, method)))));
    }

    /** Comes first, since nearly all requests are for operations. */
    @Override
    public int getOrder() {
        return BEFORE_PAGES;
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        Handler handler = Exchange.of(request)
                .operation()
                .map(Operation::name)
                .map(handlers::get)
                .orElse(null);
        RequestMappingInfo match = handler == null ? null : handler.mapping().getMatchingCondition(request);
        if (handler == null || match == null) {
            // Spring reports why a method or a type does not fit.
            return requireNoController(super.lookupHandlerMethod(path, request));
        }
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, handler.method());
        handleMatch(match, path, request);
        return handler.method();
    }

    private static @Nullable HandlerMethod requireNoController(@Nullable HandlerMethod method) {
        if (method != null && method.getBeanType().isAnnotationPresent(RestController.class)) {
            throw new Refusal(ProblemCode.PATH_NOT_FOUND);
        }
        return method;
    }

    /** The method that answers an operation. */
    private record Handler(RequestMappingInfo mapping, HandlerMethod method) {}
}
