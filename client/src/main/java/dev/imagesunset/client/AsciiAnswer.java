package dev.imagesunset.client;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/**
 * An answer whose JSON is in ASCII, whatever letters it has. The generated client reads answers in the platform's
 * charset, which before Java 18 need not be the UTF-8 that JSON is sent in.
 */
record AsciiAnswer(HttpResponse<byte[]> received, String json) implements HttpResponse<InputStream> {
    @Override
    public InputStream body() {
        return new ByteArrayInputStream(ascii());
    }

    @Override
    public int statusCode() {
        return received.statusCode();
    }

    @Override
    public HttpHeaders headers() {
        // Without the coding that the body no longer has.
        return HttpHeaders.of(received.headers().map(), (name, value) -> !name.equalsIgnoreCase("Content-Encoding"));
    }

    @Override
    public HttpRequest request() {
        return received.request();
    }

    @Override
    public Optional<HttpResponse<InputStream>> previousResponse() {
        return Optional.empty();
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

    private byte[] ascii() {
        StringBuilder ascii = new StringBuilder(json.length());
        json.chars().forEach(character -> append(ascii, (char) character));
        return ascii.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void append(StringBuilder ascii, char character) {
        if (character < 0x80) {
            ascii.append(character);
        } else {
            ascii.append("\\u").append(HexFormat.of().toHexDigits(character));
        }
    }
}
