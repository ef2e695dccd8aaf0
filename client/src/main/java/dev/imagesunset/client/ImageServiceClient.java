package dev.imagesunset.client;

import dev.imagesunset.client.generated.ImagesV11Api;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls the Image Management Service. A client is immutable and safe for use by many threads; make one and keep it.
 *
 * <p>A call repeats itself when the service cannot be reached or is unavailable, as its {@link RetryPolicy} says, and ends
 * within one deadline. It throws an {@link ImageServiceException}, whose subclasses tell the documented refusals apart.
 * Interrupting the thread ends a call with a {@link NoAnswerException}; the thread stays interrupted.
 */
public final class ImageServiceClient {
    private final URI endpoint;
    private final ImagesV11Api imagesV11;
    private final Calls calls;

    private ImageServiceClient(Builder builder, Supplier<String> token) {
        endpoint = builder.endpoint;
        imagesV11 = new ImagesV11Api(Transport.to(endpoint, builder.connectTimeout, builder.requestTimeout));
        Notices notices = new Notices(endpoint, builder.listener);
        Patience patience = new Patience(builder.retries, builder.requestTimeout, builder.deadline, builder.time);
        calls = new Calls(new CurrentToken(token), new Answers(notices, builder.time), patience, builder.listener);
    }

    /**
     * A client for the service at an endpoint.
     *
     * @param endpoint where the service is, like {@code https://ims.example.com}; a path is a prefix of all paths
     * @throws IllegalArgumentException if it is not an absolute http or https URI, or has user info, a query or a fragment
     */
    public static Builder builder(URI endpoint) {
        return new Builder(Checks.endpoint(endpoint));
    }

    /**
     * Deletes an image softly: it is gone for everybody, and its id is never free again. Repeating a delete is safe.
     *
     * @param imageId the image's UUID
     * @return how it is known that the image is deleted, and what the service says of the end of this call
     * @throws IllegalArgumentException if the id is blank, or a path segment of dots
     * @throws InvalidRequestException if the id is not a UUID (400)
     * @throws AuthenticationFailedException if the token is not good, nor a second one from the supplier (401)
     * @throws PermissionDeniedException if the caller may not delete the image, or it is protected (403)
     * @throws ImageNotFoundException if there is no such image for the caller, or it was deleted before (404)
     * @throws ServiceFailureException if the service failed (500)
     * @throws ServiceUnavailableException if the service was unavailable until the end of all retries (502, 503, 504)
     * @throws NoAnswerException if the service could not be reached, or did not answer in time
     * @deprecated The service ends this call at its sunset, which {@link Deletion#deprecation()} and a warning in the log tell.
     *     Call {@code DELETE /v2/images/{image_id}} instead, with the same id and token, and expect 204; the service's page
     *     {@code /deprecation} shows how.
     */
    @Deprecated(since = "2016-10-06")
    public Deletion deleteImageV11(String imageId) {
        String id = Checks.imageId(imageId);
        try {
            return Deletion.confirmed(calls.call(
                    "Deleting image " + id + " (v1.1)", headers -> imagesV11.deleteImageV11WithHttpInfo(id, headers)));
        } catch (ImageNotFoundException e) {
            if (e.followsALostAnswer()) {
                return Deletion.byAnEarlierTry(e);
            }
            throw e;
        }
    }

    @Override
    public String toString() {
        return "ImageServiceClient[" + endpoint + "]";
    }

    /** Builds a client. Only the token has no default. */
    public static final class Builder {
        private final URI endpoint;
        private @Nullable Supplier<String> token;
        private Duration connectTimeout = Duration.ofSeconds(5);
        private Duration requestTimeout = Duration.ofSeconds(10);
        private Duration deadline = Duration.ofSeconds(30);
        private RetryPolicy retries = RetryPolicy.standard();
        private ClientListener listener = new ClientListener() {};
        private Time time = Time.REAL;

        private Builder(URI endpoint) {
            this.endpoint = endpoint;
        }

        /**
         * Where the token comes from. The client asks at its first call and keeps the answer; when the service refuses the
         * token (401) it asks again, once a call, and repeats the call if the new token is another.
         *
         * @param token gives the value of {@code X-Auth-Token}; called by the thread that makes the call
         */
        public Builder token(Supplier<String> token) {
            this.token = token;
            return this;
        }

        /** How long to wait for a connection; 5 seconds by default. */
        public Builder connectTimeout(Duration timeout) {
            connectTimeout = Checks.positive("connectTimeout", timeout);
            return this;
        }

        /** How long one try may take, from the request to the last byte of the answer; 10 seconds by default. */
        public Builder requestTimeout(Duration timeout) {
            requestTimeout = Checks.positive("requestTimeout", timeout);
            return this;
        }

        /** How long a call may take with all its tries and pauses; 30 seconds by default. */
        public Builder deadline(Duration deadline) {
            this.deadline = Checks.positive("deadline", deadline);
            return this;
        }

        /** When to try again; {@link RetryPolicy#standard()} by default. */
        public Builder retries(RetryPolicy policy) {
            retries = policy;
            return this;
        }

        /** Who is told of retries and of deprecated calls besides the log; nobody by default. */
        public Builder listener(ClientListener listener) {
            this.listener = listener;
            return this;
        }

        Builder time(Time time) {
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
            return new ImageServiceClient(this, token);
        }
    }
}
