package dev.imagesunset.server.http;

import dev.imagesunset.server.request.Exchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Reads the body that an operation needs, within limits of size and time. */
@ControllerAdvice
class WantedBody extends RequestBodyAdviceAdapter {
    private final BodiesUnderWay underWay = new BodiesUnderWay();

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
        InputStream body = message.getBody();
        long length = message.getHeaders().getContentLength();
        boolean isHere = length >= 0 && body.available() >= length;
        byte[] read = isHere ? BoundedBody.read(body) : await(body);
        return new Read(message.getHeaders(), new ByteArrayInputStream(read));
    }

    private byte[] await(InputStream body) throws IOException {
        String user = Exchange.current().caller().user();
        underWay.begin(user);
        try {
            return BoundedBody.read(body);
        } finally {
            underWay.end(user);
        }
    }

    private record Read(HttpHeaders getHeaders, InputStream getBody) implements HttpInputMessage {}
}
