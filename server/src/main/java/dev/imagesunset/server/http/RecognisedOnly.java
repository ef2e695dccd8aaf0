package dev.imagesunset.server.http;

import dev.imagesunset.server.contract.Operation;
import dev.imagesunset.server.problem.ProblemCode;
import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets a controller answer only the operation as which the request was recognised, since what that operation wants of
 * its caller has been enforced, and nothing else has.
 */
@Component
class RecognisedOnly implements HandlerInterceptor, WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (isControllers(handler) && !isRecognised(request)) {
            throw new Refusal(ProblemCode.PATH_NOT_FOUND);
        }
        return true;
    }

    private static boolean isControllers(Object handler) {
        return handler instanceof HandlerMethod method
                && method.getBeanType().isAnnotationPresent(RestController.class);
    }

    private static boolean isRecognised(HttpServletRequest request) {
        Object path = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return Exchange.of(request)
                .operation()
                .map(Operation::path)
                .filter(recognised -> recognised.equals(String.valueOf(path)))
                .isPresent();
    }
}
