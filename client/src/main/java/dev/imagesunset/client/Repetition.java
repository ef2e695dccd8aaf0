package dev.imagesunset.client;

/** When a call may be tried again, as far as that depends on what is called. */
enum Repetition {
    /** Doing it twice is the same as doing it once. */
    SAFE {
        @Override
        boolean allowsAnotherTryAfter(ImageServiceException failure) {
            return true;
        }
    },
    /** Doing it twice is not the same, or its second answer could not be told from a refusal. */
    ONLY_WHEN_NOTHING_GOT_THROUGH {
        @Override
        boolean allowsAnotherTryAfter(ImageServiceException failure) {
            return !failure.mayHaveGotThrough();
        }
    };

    abstract boolean allowsAnotherTryAfter(ImageServiceException failure);
}
