package dev.imagesunset.client;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Builds a client. Only the token has no default. */
public final class ImageServiceClientBuilder {
    private final URI endpoint;
    private @Nullable Supplier<String> token;
    private Duration connectTimeout = Duration.ofSeconds(5);
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
     * Where the token comes from. The client asks at its first call and keeps the answer; when the service refuses the
     * token (401) it asks again, once a call, and repeats the call if the new token is another. A call waits for a token no
     * longer than its deadline, and then fails with a {@link NoTokenException}, as it does when the supplier fails; a token that
     * comes later is used by later calls.
     *
     * @param token gives the value of {@code X-Auth-Token}; called by a thread of its own, never twice at a time. It should
     *     have a time limit, since nobody asks again until it has answered
     */
    public ImageServiceClientBuilder token(Supplier<String> token) {
        this.token = token;
        return this;
    }

    /** How long to wait for a connection; 5 seconds by default. */
    public ImageServiceClientBuilder connectTimeout(Duration timeout) {
        connectTimeout = Checks.positive("connectTimeout", timeout);
        return this;
    }

    /** How long one try may take, from the request to the last byte of the answer; 10 seconds by default. */
    public ImageServiceClientBuilder requestTimeout(Duration timeout) {
        requestTimeout = Checks.positive("requestTimeout", timeout);
        return this;
    }

    /** How long a call may take with all its tries, pauses and waiting for a token; 30 seconds by default. */
    public ImageServiceClientBuilder deadline(Duration deadline) {
        this.deadline = Checks.positive("deadline", deadline);
        return this;
    }

    /** When to try again; {@link RetryPolicy#standard()} by default. */
    public ImageServiceClientBuilder retries(RetryPolicy policy) {
        retries = policy;
        return this;
    }

    /** Who is told of retries and of deprecated calls besides the log; nobody by default. */
    public ImageServiceClientBuilder listener(ClientListener listener) {
        this.listener = listener;
        return this;
    }

    /**
     * Makes every deprecated call fail with a {@link DeprecatedCallError}, so that a test finds it: {@code deleteImageV11}
     * before anything is sent, any other call when its answer says that it is deprecated, and then it was made. This is for
     * tests. Production must neither call this nor set the property: a call that the service still answers would fail.
     *
     * @param isStrict by default whether the system property {@code dev.imagesunset.client.strict} is {@code true}, which a
     *     build can set for all its tests without touching code
     */
    public ImageServiceClientBuilder failOnDeprecated(boolean isStrict) {
        strictness = Strictness.of(isStrict);
        return this;
    }

    ImageServiceClientBuilder time(Time time) {
        this.time = time;
        return this;
    }

    /**
     * The client.
     *
     * @throws IllegalStateException if no token supplier was set
     */
    public ImageServiceClient build() {
        if (token == null) {
            throw new IllegalStateException("The client needs a token. Set where it comes from with token(...)");
        }
        CallBudget budget = new CallBudget(retries, new RetryBudget(time), requestTimeout, deadline, time);
        Answers answers = new Answers(endpoint, new Notices(endpoint, listener, strictness, time), time);
        return new ImageServiceClient(
                endpoint,
                Transport.to(endpoint, connectTimeout),
                new Calls(new CurrentToken(token), answers, budget, listener),
                strictness);
    }
}
