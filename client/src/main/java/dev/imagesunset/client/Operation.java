package dev.imagesunset.client;

import java.net.http.HttpRequest;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer's call asks of the service.
 *
 * @param what what it does, in words like "Deleting image 3c3d1d01-… (v1.1)"
 * @param successor the method to call instead, if it is deprecated
 * @param repetition when it may be tried again
 * @param isRehearsal whether it is to be answered as after the end
 * @param request as the contract has it, without what every request has
 * @param reading what its answer's body is; null if nobody wants it
 */
record Operation<T>(
        String what,
        @Nullable String successor,
        Repetition repetition,
        boolean isRehearsal,
        HttpRequest request,
        @Nullable Function<Map<?, ?>, T> reading) {
    /** One that is safe to repeat. */
    static <T> Operation<T> of(String what, HttpRequest request, @Nullable Function<Map<?, ?>, T> reading) {
        return new Operation<>(what, null, Repetition.SAFE, false, request, reading);
    }

    Operation<T> repeated(Repetition repetition) {
        return new Operation<>(what, successor, repetition, isRehearsal, request, reading);
    }

    Operation<T> deprecatedFor(String successor) {
        return new Operation<>(what, successor, repetition, isRehearsal, request, reading);
    }

    Operation<T> rehearsed(boolean isRehearsal) {
        return new Operation<>(what, successor, repetition, isRehearsal, request, reading);
    }
}
