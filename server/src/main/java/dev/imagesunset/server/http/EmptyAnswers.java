package dev.imagesunset.server.http;

import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.ParameterizedType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Sends the answers of operations that never answer with a body, for which there is no media type to choose. */
final class EmptyAnswers implements HandlerMethodReturnValueHandler {
    @Override
    public boolean supportsReturnType(MethodParameter returned) {
        return returned.getGenericParameterType() instanceof ParameterizedType type
                && type.getRawType() == ResponseEntity.class
                && type.getActualTypeArguments()[0] == Void.class;
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter returned, ModelAndViewContainer model, NativeWebRequest request) {
        ResponseEntity<?> answer = (ResponseEntity<?>) Objects.requireNonNull(value);
        HttpServletResponse response = Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class));
        answer.getHeaders().forEach((name, values) -> values.forEach(each -> response.addHeader(name, each)));
        response.setStatus(answer.getStatusCode().value());
        model.setRequestHandled(true);
    }
}
