package dev.imagesunset.client;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Objects;

/** The proxy that the JDK's HTTP client goes through: the first that its selector gives. */
final class ProxyInUse {
    private ProxyInUse() {}

    /** The proxy on the way to a target; none is one too. */
    static Proxy of(HttpClient http, URI target) throws NotSent {
        Proxy proxy = selected(http, target);
        if (proxy.type() == Proxy.Type.SOCKS) {
            String why = named(proxy) + " is a SOCKS proxy, which Java's HTTP client would pass over. Give the client"
                    + " another proxy(...), or HttpClient.Builder.NO_PROXY";
            throw new NotSent(why, new UnsupportedOperationException(why));
        }
        return proxy;
    }

    /** A failure, as the proxy's if there was no getting past it. */
    static Throwable blamed(Proxy proxy, Throwable failure) {
        return proxy.type() == Proxy.Type.HTTP && NotSent.isWithoutAConnection(failure)
                ? new NotSent(named(proxy) + ": " + NoAnswerException.reason(failure), failure)
                : failure;
    }

    private static Proxy selected(HttpClient http, URI target) throws NotSent {
        try {
            ProxySelector selector = http.proxy().orElseGet(ProxySelector::getDefault);
            List<Proxy> proxies =
                    selector == null ? List.of() : Objects.requireNonNull(selector.select(target), "it gave no list");
            return Objects.requireNonNull(proxies.isEmpty() ? Proxy.NO_PROXY : proxies.get(0), "it gave no proxy");
        } catch (Exception e) { // Not every language declares its checked ones.
            throw new NotSent("the proxy selector failed: " + e, e);
        }
    }

    /** Never with a password, which some write in front of the host. */
    private static String named(Proxy proxy) {
        InetSocketAddress address = (InetSocketAddress) proxy.address();
        return "the proxy " + address.getHostString().replaceFirst(".*@", "") + ":" + address.getPort();
    }
}
