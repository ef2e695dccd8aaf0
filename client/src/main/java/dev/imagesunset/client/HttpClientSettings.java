package dev.imagesunset.client;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The HTTP client to use: the user's, or the client's own, made with the user's settings. */
final class HttpClientSettings {
    private @Nullable HttpClient users;
    private @Nullable SSLContext sslContext;
    private @Nullable ProxySelector proxy;
    private @Nullable Duration connectTimeout;

    void use(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(
                    "The HTTP client follows redirects, and would carry the token to wherever they"
                            + " lead. Build it with followRedirects(HttpClient.Redirect.NEVER)");
        }
        users = client;
    }

    void sslContext(SSLContext context) {
        sslContext = context;
    }

    void proxy(ProxySelector selector) {
        proxy = selector;
    }

    void connectTimeout(Duration timeout) {
        connectTimeout = timeout;
    }

    Transport transport(Executor threads, String userAgent, WantedBody wanted) {
        if (users == null) {
            return new Transport(own(threads), true, userAgent, wanted);
        }
        if (sslContext != null || proxy != null || connectTimeout != null) {
            throw new IllegalStateException(
                    "An HTTP client of your own has an SSL context, a proxy and a connect timeout of its"
                            + " own. Set them there, and not here");
        }
        return new Transport(users, false, userAgent, wanted);
    }

    private HttpClient own(Executor threads) {
        HttpClient.Builder http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout == null ? Duration.ofSeconds(5) : connectTimeout)
                .version(HttpClient.Version.HTTP_1_1)
                .executor(threads);
        if (sslContext != null) {
            http.sslContext(sslContext);
        }
        if (proxy != null) {
            http.proxy(proxy);
        }
        return http.build();
    }
}
