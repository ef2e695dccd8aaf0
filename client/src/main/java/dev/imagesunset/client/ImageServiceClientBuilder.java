package dev.imagesunset.client;

import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Builds an {@link ImageServiceClient}. Only the token has no default.
 *
 * <p>The client makes its own HTTP client, with an {@link #sslContext} and a {@link #proxy} if they are given, or
 * uses an existing one, {@link #httpClient}.
 */
public final class ImageServiceClientBuilder {
    /** Tells the service's operators which programs still make deprecated calls. */
    private static final String AGENT = "image-sunset-client";

    private static final Pattern PRODUCT = Pattern.compile("[\\w!#$%&'*+.^`|~-]+(/[\\w!#$%&'*+.^`|~-]+)?");

    private final URI endpoint;
    private @Nullable Supplier<String> token;
    private final HttpClientSettings http = new HttpClientSettings();
    private @Nullable Executor executor;
    private String userAgent = AGENT;
    private int longestAnswer = WantedBody.STANDARD;
    private Duration requestTimeout = Duration.ofSeconds(10);
    private Duration deadline = Duration.ofSeconds(30);
    private RetryPolicy retries = RetryPolicy.standard();
    private ClientListener listener = new ClientListener() {};
    private Strictness strictness = Strictness.ofTheProperty();
    private Time time = Time.REAL;

    ImageServiceClientBuilder(URI endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * Where the token comes from. The client asks at its first call and keeps the answer. When the service refuses the
     * token (401), it asks again, once per call, and repeats the call if the new token is different. A call waits for a
     * token no longer than its deadline, and then fails with a {@link NoTokenException}, as it does when the supplier
     * fails; a token that comes later is used by later calls.
     *
     * @param token gives the value of {@code X-Auth-Token}; called by a thread of its own, never twice at a time. It
     *     should have a time limit, since it is not asked again until it has answered
     */
    public ImageServiceClientBuilder token(Supplier<String> token) {
        this.token = token;
        return this;
    }

    /** A fixed token, which is never replaced. */
    public ImageServiceClientBuilder token(String token) {
        return token(() -> token);
    }

    /**
     * The name of the calling program, which operators see on their page of who still calls.
     *
     * @param product its name and version, like {@code billing/1.4}
     * @throws IllegalArgumentException if it has a space, or anything else that a product in a {@code User-Agent}
     *     cannot have
     */
    public ImageServiceClientBuilder application(String product) {
        if (!PRODUCT.matcher(product).matches()) {
            throw new IllegalArgumentException("application must be like billing/1.4, not '" + product + "'");
        }
        userAgent = product + " " + AGENT;
        return this;
    }

    /**
     * An existing HTTP client, which is used and never closed. It must not follow redirects, since it would carry the
     * token to wherever they lead. Its connect timeout, SSL context and proxy are used, so give none here.
     *
     * @throws IllegalArgumentException if it follows redirects
     */
    public ImageServiceClientBuilder httpClient(HttpClient client) {
        http.use(client);
        return this;
    }

    /** Whom to trust, and with what to identify the caller; by default, what the JVM trusts. */
    public ImageServiceClientBuilder sslContext(SSLContext context) {
        http.sslContext(context);
        return this;
    }

    /**
     * The proxy to use; by default, the one that the JVM's system properties name, if any. A call whose way leads through
     * a SOCKS proxy, which Java's HTTP client would pass over in silence, fails with a {@link NoAnswerException}.
     *
     * @param proxy answers at once: the thread of a call waits for it, whatever the deadline
     */
    public ImageServiceClientBuilder proxy(ProxySelector proxy) {
        http.proxy(proxy);
        return this;
    }

    /**
     * Runs what asynchronous calls do between their waits; by default, as many threads of the client's own as they
     * need. The client's HTTP client has threads of its own in either case, so blocking calls may run here too.
     */
    public ImageServiceClientBuilder executor(Executor executor) {
        this.executor = executor;
        return this;
    }

    /**
     * How many bytes of an answer, unpacked, are read before it counts as illegible; 16 MiB by default. Of a refusal,
     * at most 64 KiB are read.
     */
    public ImageServiceClientBuilder longestAnswer(int bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("longestAnswer must be 1 or more bytes, not " + bytes);
        }
        longestAnswer = bytes;
        return this;
    }

    /** How long to wait for a connection; 5 seconds by default. */
    public ImageServiceClientBuilder connectTimeout(Duration timeout) {
        http.connectTimeout(Checks.positive("connectTimeout", timeout));
        return this;
    }

    /** How long one try may take, from the request to the last byte of the answer; 10 seconds by default. */
    public ImageServiceClientBuilder requestTimeout(Duration timeout) {
        requestTimeout = Checks.positive("requestTimeout", timeout);
        return this;
    }

    /** How long a call may take, with all its tries, pauses and waits for a token; 30 seconds by default. */
    public ImageServiceClientBuilder deadline(Duration deadline) {
        this.deadline = Checks.positive("deadline", deadline);
        return this;
    }

    /** When to try again; {@link RetryPolicy#standard()} by default. */
    public ImageServiceClientBuilder retries(RetryPolicy policy) {
        retries = policy;
        return this;
    }

    /** Who is told of retries and deprecated calls, besides the log; nobody by default. */
    public ImageServiceClientBuilder listener(ClientListener listener) {
        this.listener = listener;
        return this;
    }

    /**
     * Makes every deprecated call fail with a {@link DeprecatedCallError}, so that a test finds it:
     * {@code deleteImageV11} before anything is sent, any other call after it was made, when its answer says that it is
     * deprecated. This is for tests. Production must neither call this nor set the property: a call that the service
     * still answers would fail.
     *
     * @param isStrict whether to fail; by default, whether the system property {@code dev.imagesunset.client.strict} is
     *     {@code true}, which a build can set for all its tests without touching code
     */
    public ImageServiceClientBuilder failOnDeprecated(boolean isStrict) {
        strictness = Strictness.of(isStrict);
        return this;
    }

    /**
     * Whether to refuse an endpoint to which tokens would travel unencrypted: {@code http} to another machine. By
     * default, such an endpoint is accepted, and the log warns of it once.
     *
     * @throws IllegalArgumentException if it is to be refused and this endpoint is one
     */
    public ImageServiceClientBuilder httpsOnly(boolean isHttpsOnly) {
        if (isHttpsOnly) {
            Cleartext.refuse(endpoint);
        }
        return this;
    }

    ImageServiceClientBuilder time(Time time) {
        this.time = time;
        return this;
    }

    /**
     * Builds the client.
     *
     * @throws IllegalStateException if no token was given, or an HTTP client together with an SSL context, a proxy or a
     *     connect timeout
     */
    public ImageServiceClient build() {
        if (token == null) {
            throw new IllegalStateException("The client needs a token. Set where it comes from with token(...)");
        }
        Cleartext.warn(endpoint);
        Threads threads = new Threads();
        WantedBody wanted = new WantedBody(longestAnswer);
        Transport transport = http.transport(threads, userAgent, wanted);
        Answers answers = new Answers(endpoint, wanted, new Notices(endpoint, listener, strictness, time), time);
        Service service = new Service(transport, new CurrentToken(token), answers, listener);
        CallBudget budget = new CallBudget(retries, new RetryBudget(time), requestTimeout, deadline, time);
        return new ImageServiceClient(
                endpoint,
                new Calls(budget, executor == null ? threads : executor),
                new Operations(service, endpoint, strictness, false),
                () -> {
                    transport.close();
                    threads.close();
                });
    }
}
