package dev.imagesunset.server.http;

import dev.imagesunset.server.contract.Operation;
import dev.imagesunset.server.request.Exchange;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Reads the body that an operation needs, within limits of size and time. One that has to be awaited counts as under
 * way from before Spring looks at its first byte.
 */
@ControllerAdvice
class WantedBody extends RequestBodyAdviceAdapter implements HandlerInterceptor, WebMvcConfigurer {
    private static final String AWAITED = WantedBody.class.getName();

    private final BodiesUnderWay underWay = new BodiesUnderWay();
    private final HttpServletRequest current;

    WantedBody(HttpServletRequest current) {
        this.current = current;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Exchange exchange = Exchange.of(request);
        if (exchange.operation().filter(Operation::takesBody).isPresent() && !isHere(request)) {
            String user = exchange.caller().user();
            underWay.begin(user);
            request.setAttribute(AWAITED, user);
        }
        return true;
    }

    private static boolean isHere(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        boolean isChunked = request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        return !isChunked && request.getInputStream().available() >= length;
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        byte[] read = BoundedBody.read(message.getBody());
        noLongerAwaited(current);
        return new Read(message.getHeaders(), new ByteArrayInputStream(read));
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        noLongerAwaited(request);
    }

    private void noLongerAwaited(HttpServletRequest request) {
        if (request.getAttribute(AWAITED) instanceof String user) {
            request.removeAttribute(AWAITED);
            underWay.end(user);
        }
    }

    private record Read(HttpHeaders getHeaders, InputStream getBody) implements HttpInputMessage {}
}
