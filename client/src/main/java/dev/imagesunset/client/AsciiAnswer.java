package dev.imagesunset.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/**
 * An answer whose JSON is in ASCII, whatever letters it has. The generated client reads answers in the platform's
 * charset, which before Java 18 need not be the UTF-8 that JSON is sent in.
 */
record AsciiAnswer(HttpResponse<InputStream> received) implements HttpResponse<InputStream> {
    @Override
    public InputStream body() {
        return new AsciiJson(received.body());
    }

    @Override
    public int statusCode() {
        return received.statusCode();
    }

    @Override
    public HttpHeaders headers() {
        return received.headers();
    }

    @Override
    public HttpRequest request() {
        return received.request();
    }

    @Override
    public Optional<HttpResponse<InputStream>> previousResponse() {
        return received.previousResponse();
    }

    @Override
    public Optional<SSLSession> sslSession() {
        return received.sslSession();
    }

    @Override
    public URI uri() {
        return received.uri();
    }

    @Override
    public HttpClient.Version version() {
        return received.version();
    }

    /** JSON with an escape for every character outside ASCII. */
    private static final class AsciiJson extends FilterInputStream {
        AsciiJson(InputStream utf8) {
            super(utf8);
        }

        /** The one way in which the generated client reads. */
        @Override
        public byte[] readAllBytes() throws IOException {
            StringBuilder ascii = new StringBuilder();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .chars()
                    .forEach(character -> append(ascii, character));
            return ascii.toString().getBytes(StandardCharsets.US_ASCII);
        }

        private static void append(StringBuilder ascii, int character) {
            if (character < 0x80) {
                ascii.append((char) character);
            } else {
                ascii.append("\\u%04x".formatted(character));
            }
        }
    }
}
