package dev.imagesunset.client;

/**
 * The caller may not do this (403). {@link #code()} tells why, like {@code image-protected},
 * {@code delete-not-permitted}, {@code change-not-permitted}, {@code publishing-not-permitted},
 * {@code property-read-only}, or {@code quota-exceeded} if the project owns as many images as it may.
 */
public final class PermissionDeniedException extends ImageServiceException {
    /**
     * Makes one, for a test.
     *
     * @param what the call, like {@code Deleting image 1}
     */
    public PermissionDeniedException(String what, Answer answer) {
        super(what, answer);
    }
}
