package dev.imagesunset.client;

/** The caller may not do this; {@link #code()} tells {@code delete-not-permitted} from {@code image-protected} (403). */
public final class PermissionDeniedException extends ImageServiceException {
    PermissionDeniedException(String what, Answer answer) {
        super(what, answer);
    }
}
