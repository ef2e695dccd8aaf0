package dev.imagesunset.client;

import static dev.imagesunset.client.ServedImages.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program may bring of its own: an HTTP client, or what one is made of, and its name. */
@Timeout(30)
class HttpClientOfOnesOwnTest {
    private final FakeService service = new FakeService();

    HttpClientOfOnesOwnTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aProxyThatWantsAPasswordForATunnelIsToldByItsStatus() throws IOException {
        String wanted =
                "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n";
        try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answered = CompletableFuture.runAsync(() -> {
                try (Socket caller = proxy.accept()) {
                    caller.getInputStream().read();
                    caller.getOutputStream().write(wanted.getBytes(StandardCharsets.US_ASCII));
                    caller.shutdownOutput();
                    caller.getInputStream().transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            ImageService images = client(URI.create("https://ims.example.com"))
                    .proxy(ProxySelector.of(new InetSocketAddress(proxy.getInetAddress(), proxy.getLocalPort())))
                    .build();
            assertThatThrownBy(() -> images.deleteImage(ID))
                    .isInstanceOfSatisfying(ImageServiceException.class, refused -> {
                        assertThat(refused.status()).isEqualTo(407);
                        assertThat(refused.mayHaveBeenDone()).isFalse();
                    });
            answered.cancel(true);
        }
    }

    @Test
    void itIsUsed() {
        service.answers(204);
        AtomicInteger tasks = new AtomicInteger();
        HttpClient http = HttpClient.newBuilder()
                .executor(task -> {
                    tasks.incrementAndGet();
                    new Thread(task).start();
                })
                .build();
        client(service.endpoint()).httpClient(http).build().deleteImage(ID);
        assertThat(tasks).hasPositiveValue();
        assertThat(service.upgrades).containsOnlyNulls();
    }

    @ParameterizedTest
    @EnumSource(
            value = HttpClient.Redirect.class,
            names = {"ALWAYS", "NORMAL"})
    void oneThatWouldCarryTheTokenElsewhereIsRefused(HttpClient.Redirect redirects) {
        HttpClient http = HttpClient.newBuilder().followRedirects(redirects).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client(service.endpoint()).httpClient(http))
                .withMessageContainingAll("token", "followRedirects(HttpClient.Redirect.NEVER)");
    }

    @Test
    void whatItHasIsNotGivenTwice() {
        ImageServiceClientBuilder both = client(service.endpoint())
                .httpClient(HttpClient.newHttpClient())
                .connectTimeout(Duration.ofSeconds(1));
        assertThatThrownBy(both::build)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("of its own");
    }

    @Test
    void anExecutorRunsWhatNobodyWaitsFor() {
        service.answers(204);
        AtomicInteger tasks = new AtomicInteger();
        client(service.endpoint())
                .executor(task -> {
                    tasks.incrementAndGet();
                    new Thread(task).start();
                })
                .build()
                .deleteImageAsync(ID)
                .join();
        assertThat(tasks).hasPositiveValue();
    }

    @Test
    void callsThatOccupyAllThreadsOfTheExecutorAreAnsweredNevertheless() {
        service.answers(204);
        ExecutorService onlyThread = Executors.newSingleThreadExecutor();
        ImageService images = client(service.endpoint()).executor(onlyThread).build();
        CompletableFuture<Deletion> deletion = CompletableFuture.supplyAsync(() -> images.deleteImage(ID), onlyThread);
        assertThat(deletion).succeedsWithin(Duration.ofSeconds(5));
        onlyThread.shutdown();
    }

    @Test
    void anExecutorThatIsFullFailsACallAndDoesNotHangIt() {
        service.answers(204);
        HttpClient http = HttpClient.newHttpClient();
        ImageService images = client(service.endpoint())
                .httpClient(http)
                .executor(task -> {
                    throw new RejectedExecutionException("full");
                })
                .build();
        CompletableFuture<Deletion> deletion = images.deleteImageAsync(ID);
        assertThatThrownBy(() -> deletion.get(5, TimeUnit.SECONDS))
                .hasCauseInstanceOf(RejectedExecutionException.class);
        assertThat(images.deleteImage(ID).certainty()).isEqualTo(Deletion.Certainty.CONFIRMED);
    }

    @Test
    void anHttpClientWhoseExecutorIsFullIsTheReasonForNoAnswer() {
        HttpClient http = HttpClient.newBuilder()
                .executor(task -> {
                    throw new RejectedExecutionException("full");
                })
                .build();
        ImageService images = client(service.endpoint()).httpClient(http).build();
        assertThatThrownBy(() -> images.deleteImage(ID))
                .isInstanceOf(NoAnswerException.class)
                .hasCauseInstanceOf(RejectedExecutionException.class)
                .hasMessageContainingAll("after 1 try", "full");
        assertThat(service.paths).isEmpty();
    }

    @Test
    void aProxyIsTheWayOut() {
        service.answers(204);
        InetSocketAddress proxy = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), service.endpoint().getPort());
        client(URI.create("http://ims.example.com"))
                .proxy(ProxySelector.of(proxy))
                .build()
                .deleteImage(ID);
        assertThat(service.paths).containsExactly("http://ims.example.com/v2/images/" + ID);
    }

    @Test
    void aProxySelectorThatFailsIsTheReasonForNoAnswer() {
        ProxySelector broken = new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                throw new IllegalStateException("no such configuration");
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
        };
        ImageService images = client(service.endpoint()).proxy(broken).build();
        assertThatThrownBy(() -> images.deleteImage(ID))
                .isInstanceOf(NoAnswerException.class)
                .hasMessageContainingAll("after 1 try", "no such configuration");
    }

    @Test
    void anSslContextTellsWhomToTrust(@TempDir Path folder) throws Exception {
        try (TlsService tls = new TlsService(folder)) {
            ImageServiceClientBuilder client = client(tls.endpoint()).retries(RetryPolicy.none());
            assertThatThrownBy(() -> client.build().deleteImage(ID)).isInstanceOf(NoAnswerException.class);
            client.sslContext(TrustedCertificates.in(tls.certificate())).build().deleteImage(ID);
        }
    }

    @Test
    void operatorsSeeTheProgram() {
        service.answers(204).answers(204);
        client(service.endpoint()).application("billing/1.4").build().deleteImage(ID);
        client(service.endpoint()).build().deleteImage(ID);
        assertThat(service.agents).containsExactly("billing/1.4 image-sunset-client", "image-sunset-client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "bill ing/1", "billing/", "billing/1/2", "billing\r\nX: y", "Bücher/1"})
    void whatNoProductIsCalledIsRefused(String application) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client(service.endpoint()).application(application))
                .withMessageContaining("billing/1.4");
    }

    @Test
    void aShorterBoundOfAnswersHolds() {
        service.answersJson(200, ServedImages.image(ID, ""));
        ImageService images = client(service.endpoint()).longestAnswer(100).build();
        assertThatThrownBy(() -> images.showImage(ID))
                .isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageContaining("longer than 100 bytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client(service.endpoint()).longestAnswer(0));
    }

    private static ImageServiceClientBuilder client(URI endpoint) {
        return ImageServiceClient.builder(endpoint).token("a-token");
    }
}
