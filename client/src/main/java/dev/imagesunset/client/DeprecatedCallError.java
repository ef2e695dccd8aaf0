package dev.imagesunset.client;

/**
 * A program made a deprecated call although its client is strict, as it may be in tests. This is an error, not an
 * exception, so that no {@code catch} between the call and the test hides it.
 *
 * @see ImageServiceClientBuilder#failOnDeprecated(boolean)
 */
public final class DeprecatedCallError extends AssertionError {
    DeprecatedCallError(String message) {
        super(message);
    }
}
