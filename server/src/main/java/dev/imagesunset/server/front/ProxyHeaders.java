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
 * What a proxy in front of the server tells of a request, believed only if {@code server.forward-headers-strategy} is
 * {@code framework}: a stranger's word must not steer links. Spring's filter makes the links with it that it can; this is for
 * what is told before that filter.
 */
@Component
class ProxyHeaders {
    private static final String PREFIX = "X-Forwarded-Prefix";
    private static final Pattern PREFIX_FORM = Pattern.compile("((?:/[\\w.~-]+)+)/?");

    private final boolean isBelieved;

    ProxyHeaders(ServerProperties server) {
        isBelieved = server.getForwardHeadersStrategy() == ForwardHeadersStrategy.FRAMEWORK;
    }

    /** Takes the caller's address, and returns the path that the proxy has taken away, or nothing. */
    String of(Request request) {
        if (!isBelieved) {
            return "";
        }
        HttpHeaders headers = new HttpHeaders();
        for (String name : new String[] {"Forwarded", "X-Forwarded-For"}) {
            request.getHeaders(name).asIterator().forEachRemaining(value -> headers.add(name, value));
        }
        InetSocketAddress caller = ForwardedHeaderUtils.parseForwardedFor(
                URI.create("http://localhost"), headers, new InetSocketAddress(request.getRemoteAddr(), 0));
        if (caller != null) {
            request.setRemoteAddr(caller.getHostString());
        }
        String prefix = request.getHeader(PREFIX);
        Matcher form = PREFIX_FORM.matcher(prefix == null ? "" : prefix);
        return form.matches() ? form.group(1) : "";
    }
}
