package dev.imagesunset.client;

/**
 * A program makes a deprecated call, although its client is strict, as tests may make it. It is an error and no exception,
 * so that no {@code catch} between the call and the test hides it.
 *
 * @see ImageServiceClientBuilder#failOnDeprecated(boolean)
 */
public final class DeprecatedCallError extends AssertionError {
    DeprecatedCallError(String message) {
        super(message);
    }
}
