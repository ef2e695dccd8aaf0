package dev.imagesunset.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proxies as curl and Python's requests read them from {@code https_proxy}, {@code http_proxy} and {@code no_proxy}. */
final class EnvironmentProxies extends ProxySelector {
    private final @Nullable URI https;
    private final @Nullable URI http;
    private final List<DirectHost> direct;

    EnvironmentProxies(@Nullable URI https, @Nullable URI http, String noProxy) {
        this.https = https;
        this.http = http;
        this.direct = Arrays.stream(noProxy.split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(DirectHost::of)
                .toList();
    }

    static URI address(String proxy) {
        URI address = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
        if (!"http".equalsIgnoreCase(address.getScheme())
                || address.getHost() == null
                || address.getRawUserInfo() != null
                || !Checks.isPort(address.getPort())) {
            throw new IllegalArgumentException(
                    "a proxy must be like http://proxy.example.com:3128, without a password, with a port up to 65535,"
                            + " and with no underscore in its host");
        }
        return address;
    }

    @Override
    public List<Proxy> select(URI target) {
        URI proxy = "https".equals(target.getScheme()) ? https : http;
        return List.of(proxy == null || isDirect(target) ? Proxy.NO_PROXY : through(proxy));
    }

    @Override
    public void connectFailed(URI target, SocketAddress proxy, IOException failure) {}

    private boolean isDirect(URI target) {
        return direct.stream().anyMatch(it -> it.isOf(target));
    }

    private static Proxy through(URI proxy) {
        int port = proxy.getPort() < 0 ? 80 : proxy.getPort();
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), port));
    }
}
