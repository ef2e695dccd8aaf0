package dev.imagesunset.client;

/** What becomes of deprecated calls. */
enum Strictness {
    /** They work as long as the service lets them. */
    LENIENT,
    /** They fail, so that tests find them. */
    STRICT;

    static final String PROPERTY = "dev.imagesunset.client.strict";

    private static final String WHY =
            " This client is strict, which is for tests only (failOnDeprecated, or -D" + PROPERTY + "=true).";

    static Strictness ofTheProperty() {
        return of(Boolean.getBoolean(PROPERTY));
    }

    static Strictness of(boolean isStrict) {
        return isStrict ? STRICT : LENIENT;
    }

    /** Before a call that is known to be deprecated. */
    void beforeSending(Operation<?> call) {
        if (this == STRICT) {
            throw new DeprecatedCallError(call.what() + " is deprecated: call " + call.successor()
                    + " instead, with the same id and token, result and exceptions. Nothing was sent." + WHY);
        }
    }

    /** After an answer that says so. */
    void afterAnswer(String what, int status, DeprecationNotice notice) {
        if (this == STRICT) {
            throw new DeprecatedCallError(
                    what + " was answered with " + status + " by a call that is " + notice + "." + WHY);
        }
    }
}
