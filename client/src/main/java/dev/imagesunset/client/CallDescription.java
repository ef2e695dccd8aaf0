package dev.imagesunset.client;

import org.jspecify.annotations.Nullable;

/**
 * A call in words, for messages.
 *
 * @param what what it does, like "Deleting image 3c3d1d01-… (v1.1)"
 * @param successor the method to call instead, if it is deprecated
 */
record CallDescription(String what, @Nullable String successor) {
    static CallDescription of(String what) {
        return new CallDescription(what, null);
    }
}
