package dev.imagesunset.server.front;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.ForwardedHeaderUtils;

/**
 * What a proxy in front of the server says about a request. It is believed only if {@code
 * server.forward-headers-strategy} is {@code framework}: a stranger must not control links. Spring's filter uses these
 * headers for the links that it can make; this class is for answers given before that filter.
 */
@Component
class ProxyHeaders {
    private static final String PREFIX = "X-Forwarded-Prefix";
    private static final Pattern PREFIX_FORM = Pattern.compile("((?:/[\\w.~-]+)+)/?");

    private static final int LONGEST_PREFIX = 255;

    private final boolean isBelieved;

    ProxyHeaders(ServerProperties server) {
        isBelieved = server.getForwardHeadersStrategy() == ForwardHeadersStrategy.FRAMEWORK;
    }

    /**
     * Sets the request's remote address to the caller's, and returns the path prefix that the proxy has removed, or an
     * empty text.
     */
    String of(Request request) {
        if (!isBelieved) {
            return "";
        }
        HttpHeaders headers = new HttpHeaders();
        for (String name : new String[] {"Forwarded", "X-Forwarded-For"}) {
            request.getHeaders(name).asIterator().forEachRemaining(value -> headers.add(name, value));
        }
        try {
            InetSocketAddress caller =
                    ForwardedHeaderUtils.parseForwardedFor(URI.create("http://localhost"), headers, null);
            if (caller != null) {
                request.setRemoteAddr(caller.getHostString());
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // Spring's filter refuses a header that cannot be read.
        }
        return prefix(request);
    }

    /** The prefix; if it cannot be one, Spring's filter does not see it either. */
    private static String prefix(Request request) {
        String prefix = request.getHeader(PREFIX);
        if (prefix == null) {
            return "";
        }
        Matcher form = PREFIX_FORM.matcher(prefix);
        if (prefix.length() <= LONGEST_PREFIX && form.matches()) {
            return form.group(1);
        }
        request.getCoyoteRequest().getMimeHeaders().removeHeader(PREFIX);
        return "";
    }
}
