package dev.imagesunset.client;

import org.jspecify.annotations.Nullable;

/** A good answer to what was called, and the body that it brought, if any. */
record Reply<T>(String what, Answer answer, @Nullable T body) {
    /**
     * The body of an answer that has one.
     *
     * @throws UnexpectedAnswerException if it has none
     */
    T content() {
        if (body == null) {
            throw new UnexpectedAnswerException(what, answer, "it has no body");
        }
        return body;
    }

    UnexpectedAnswerException notRehearsed() {
        return new UnexpectedAnswerException(what, answer, "the service knows no rehearsals, and did it");
    }

    UnexpectedAnswerException unconfirmed() {
        return new UnexpectedAnswerException(what, answer, "it does not say that the image is deleted");
    }

    UnexpectedAnswerException without(String name) {
        return new UnexpectedAnswerException(what, answer, "it has no value for " + name);
    }
}
