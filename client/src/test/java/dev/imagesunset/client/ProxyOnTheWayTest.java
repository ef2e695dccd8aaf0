package dev.imagesunset.client;

import static dev.imagesunset.client.ServedImages.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong before a request has got past the proxy: nothing was sent, and the proxy is named. */
@Timeout(30)
class ProxyOnTheWayTest {
    private static final URI FAR_AWAY = URI.create("http://ims.example.com");

    private final FakeService service = new FakeService();

    ProxyOnTheWayTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aSelectorThatFailsSentNothing() {
        for (NoAnswerException failure : failures(service.endpoint(), () -> {
            throw new IllegalStateException("no such configuration");
        })) {
            assertThat(failure.mayHaveBeenDone()).isFalse();
            assertThat(failure).hasMessageContaining("no such configuration").hasMessageContaining("proxy selector");
        }
    }

    @Test
    void aSelectorThatThrowsWhatItDoesNotDeclareSentNothing() {
        for (NoAnswerException failure :
                failures(service.endpoint(), () -> ProxyOnTheWayTest.<RuntimeException>undeclared())) {
            assertThat(failure.mayHaveBeenDone()).isFalse();
            assertThat(failure).hasMessageContaining("The disk is full");
        }
    }

    @Test
    void aSelectorThatGivesNothingAtAllSentNothing() {
        for (NoAnswerException failure : failures(service.endpoint(), () -> null)) {
            assertThat(failure.mayHaveBeenDone()).isFalse();
            assertThat(failure).hasMessageContaining("proxy selector");
        }
    }

    @Test
    void aSocksProxyIsRefusedAndNotPassedOver() {
        Proxy socks =
                new Proxy(Proxy.Type.SOCKS, InetSocketAddress.createUnresolved("me:secret@socks.example.com", 1080));
        for (NoAnswerException failure : failures(service.endpoint(), () -> List.of(socks))) {
            assertThat(failure.mayHaveBeenDone()).isFalse();
            assertThat(failure.tries()).isEqualTo(1);
            assertThat(failure)
                    .hasMessageContaining("the proxy socks.example.com:1080")
                    .hasMessageContaining("SOCKS");
        }
        assertThat(service.paths).isEmpty();
    }

    @Test
    void aProxyThatIsNotThereIsNamedAsTheReason() throws IOException {
        try (Socket silent = FakeService.silentPort()) {
            int port = silent.getLocalPort();
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            for (URI endpoint : List.of(FAR_AWAY, URI.create("https://ims.example.com"))) {
                for (NoAnswerException failure : failures(endpoint, through(address))) {
                    assertThat(failure.mayHaveBeenDone()).isFalse();
                    assertThat(failure.tries()).isEqualTo(4);
                    assertThat(failure)
                            .hasMessageEndingWith("the proxy " + address.getHostString() + ":" + port
                                    + ": no connection, nothing listens there or something is in the way");
                }
            }
        }
    }

    @Test
    void aProxyWhoseNameNobodyKnowsIsNamedAsTheReason() {
        InetSocketAddress address = InetSocketAddress.createUnresolved("no-such-proxy.invalid", 3128);
        for (NoAnswerException failure : failures(FAR_AWAY, through(address))) {
            assertThat(failure.mayHaveBeenDone()).isFalse();
            assertThat(failure).hasMessageEndingWith("the proxy no-such-proxy.invalid:3128: the host name is unknown");
        }
    }

    @Test
    void aTunnelThatIsRefusedSentNothing() throws IOException {
        try (ServerSocket proxy = answering("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n")) {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.getLocalPort());
            for (NoAnswerException failure : failures(URI.create("https://ims.example.com"), through(address))) {
                assertThat(failure.mayHaveBeenDone()).isFalse();
                assertThat(failure.tries()).isEqualTo(4);
                assertThat(failure)
                        .hasMessageContaining("the proxy " + address.getHostString() + ":" + proxy.getLocalPort())
                        .hasMessageContaining("503");
            }
        }
    }

    @Test
    void aPortThatSpeaksNoTlsWasSentNothing() throws IOException {
        try (ServerSocket port = answering("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")) {
            URI wrong = URI.create("https://127.0.0.1:" + port.getLocalPort());
            for (NoAnswerException failure : failures(wrong, () -> List.of(Proxy.NO_PROXY))) {
                assertThat(failure.mayHaveBeenDone()).isFalse();
                assertThat(failure).hasCauseInstanceOf(SSLException.class);
            }
        }
    }

    @Test
    void whatFailsBehindTheProxyIsNotBlamedOnIt() {
        service.dropsTheConnection().dropsTheConnection();
        InetSocketAddress address = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), service.endpoint().getPort());
        for (NoAnswerException failure : failures(FAR_AWAY, through(address), RetryPolicy.none())) {
            assertThat(failure.mayHaveBeenDone()).isTrue();
            assertThat(failure).hasMessageNotContaining("the proxy");
        }
    }

    /** A port that gives everybody the same answer, whatever they say, until it is closed. */
    private static ServerSocket answering(String answer) throws IOException {
        ServerSocket port = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
        Thread answers = new Thread(() -> {
            while (!port.isClosed()) {
                try (Socket caller = port.accept()) {
                    caller.getInputStream().read();
                    caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                    caller.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    // One that hangs up, or the end of the test.
                }
            }
        });
        answers.setDaemon(true);
        answers.start();
        return port;
    }

    private static Supplier<@Nullable List<Proxy>> through(InetSocketAddress proxy) {
        return () -> List.of(new Proxy(Proxy.Type.HTTP, proxy));
    }

    private static List<NoAnswerException> failures(URI endpoint, Supplier<@Nullable List<Proxy>> proxies) {
        return failures(endpoint, proxies, RetryPolicy.standard());
    }

    /** Of a client that makes its own HTTP client, and of one that was given one. */
    private static List<NoAnswerException> failures(
            URI endpoint, Supplier<@Nullable List<Proxy>> proxies, RetryPolicy retries) {
        ProxySelector selector = selector(proxies);
        ImageServiceClientBuilder given = client(endpoint, retries)
                .httpClient(HttpClient.newBuilder().proxy(selector).build());
        return List.of(failure(client(endpoint, retries).proxy(selector)), failure(given));
    }

    private static NoAnswerException failure(ImageServiceClientBuilder client) {
        return catchThrowableOfType(
                NoAnswerException.class, () -> client.build().deleteImage(ID));
    }

    private static ImageServiceClientBuilder client(URI endpoint, RetryPolicy retries) {
        return ImageServiceClient.builder(endpoint)
                .token("a-token")
                .retries(retries)
                .time(new FakeTime());
    }

    @SuppressWarnings("NullAway") // one that gives nothing is wrong, as those of others may be
    private static ProxySelector selector(Supplier<@Nullable List<Proxy>> proxies) {
        return new ProxySelector() {
            @Override
            public List<Proxy> select(URI target) {
                return proxies.get();
            }

            @Override
            public void connectFailed(URI target, SocketAddress proxy, IOException failure) {}
        };
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as Kotlin and Lombok do it
    private static <E extends Exception> List<Proxy> undeclared() throws E {
        throw (E) new IOException("The disk is full");
    }
}
