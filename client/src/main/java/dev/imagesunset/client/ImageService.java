package dev.imagesunset.client;

import dev.imagesunset.client.model.Change;
import dev.imagesunset.client.model.Decision;
import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.model.MyCalls;
import dev.imagesunset.client.model.NewImage;
import dev.imagesunset.client.model.NewRehearsal;
import dev.imagesunset.client.model.NewWord;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The Image Management Service as its consumers call it: through an {@link ImageServiceClient}, or in tests through
 * whatever they put in its place.
 *
 * <p>A call is retried when the service cannot be reached or is unavailable, as its {@link RetryPolicy} says, and ends
 * within one deadline. A failed call throws an {@link ImageServiceException}, whose subclasses tell the documented
 * refusals apart. Besides those that a method names, every call may throw {@link NoTokenException};
 * {@link AuthenticationFailedException}, if neither the token nor a second one from the supplier is valid (401);
 * {@link TooManyRequestsException} (429); {@link ServiceFailureException} (500); {@link ServiceUnavailableException}
 * (502, 503, 504); {@link NoAnswerException}; and {@link UnexpectedAnswerException}. Nothing else is thrown, except for
 * invalid arguments, and an {@link IllegalStateException} once the service is closed. Interrupting the thread ends a
 * call with a {@link NoAnswerException}; the thread stays interrupted.
 */
public interface ImageService extends AsyncImageService, AutoCloseable {
    /**
     * Deletes an image softly: it is gone for everybody, and its id is never reused. Repeating a delete is safe.
     *
     * @param imageId the image's UUID
     * @return how it is known that the image is deleted
     * @throws IllegalArgumentException if the id is blank, {@code .} or {@code ..}
     * @throws InvalidRequestException if the id is not a UUID (400)
     * @throws PermissionDeniedException if the caller may not delete the image, or it is protected (403)
     * @throws ImageNotFoundException if there is no such image for the caller, or it was deleted before (404)
     * @throws ConflictException if the service stands in front of one that says that the image is in use (409)
     */
    Deletion deleteImage(String imageId);

    /** Deletes an image, as {@link #deleteImage(String)} does. */
    default Deletion deleteImage(UUID imageId) {
        return deleteImage(imageId.toString());
    }

    /**
     * Deletes an image exactly as {@link #deleteImage(String)} does, through the abandoned API v1.1.
     *
     * @param imageId the image's UUID
     * @return how it is known that the image is deleted, and what the service says about the end of this call
     * @throws IllegalArgumentException if the id is blank, {@code .} or {@code ..}
     * @throws InvalidRequestException if the id is not a UUID (400)
     * @throws PermissionDeniedException if the caller may not delete the image, or it is protected (403)
     * @throws ImageNotFoundException if there is no such image for the caller, or it was deleted before (404)
     * @throws ConflictException if the service stands in front of one that says that the image is in use (409)
     * @throws OperationGoneException if this call is gone: for good, in a brownout, in a rehearsal, or for newcomers
     *     (410)
     * @throws DeprecatedCallError if the client is strict, as it may be in tests; nothing is sent
     * @deprecated The service ends this call at its sunset, which {@link Deletion#deprecation()} and a warning in the
     *     log tell. Call {@link #deleteImage(String)} instead: only the method's name changes; id, token, result and
     *     exceptions stay the same.
     */
    @Deprecated(since = "2016-10-06", forRemoval = true)
    Deletion deleteImageV11(String imageId);

    /**
     * Deletes an image, as {@link #deleteImageV11(String)} does.
     *
     * @deprecated Call {@link #deleteImage(UUID)} instead.
     */
    @Deprecated(since = "2016-10-06", forRemoval = true)
    default Deletion deleteImageV11(UUID imageId) {
        return deleteImageV11(imageId.toString());
    }

    /**
     * Shows an image, with its custom properties in {@link Image#getAdditionalProperties()}.
     *
     * @param imageId the image's UUID
     * @throws IllegalArgumentException if the id is blank, {@code .} or {@code ..}
     * @throws InvalidRequestException if the id is not a UUID (400)
     * @throws ImageNotFoundException if there is no such image for the caller (404)
     */
    Image showImage(String imageId);

    /** Shows an image, as {@link #showImage(String)} does. */
    default Image showImage(UUID imageId) {
        return showImage(imageId.toString());
    }

    /**
     * Lists images, however many there are. The stream fetches a page when its consumer gets there: nothing is called
     * before a terminal operation, and what {@code limit} or {@code findFirst} leave out is never fetched. Each page is
     * a call with its own retries and deadline (empty ones share one with the next); its exceptions come out of the
     * terminal operation.
     *
     * @return the images in the query's order, as a sequential stream that, like every stream, can be used once
     * @throws InvalidRequestException from the stream, if the service does not accept the query (400)
     */
    Stream<Image> listImages(ImageQuery query);

    /**
     * Creates the record of an image, without data, in the status {@code queued}.
     *
     * <p>If the id is left out, the client chooses a random one. Then a create is retried like any other call, and
     * never creates two images: when a retry finds the id taken, an earlier try got through, and the image is fetched
     * and returned. If you choose the id, a taken one could be somebody else's, so the create is retried only when no
     * earlier try can have got through. After a failure that {@linkplain ImageServiceException#mayHaveBeenDone() leaves
     * it open}, {@link #showImage(String)} with your id tells whether the image is there; if you left the id out, look
     * for its name with {@link #listImages}.
     *
     * @param image the image to create, custom properties included
     * @return the image as the service created it
     * @throws InvalidRequestException if a property cannot have its value (400)
     * @throws PermissionDeniedException if the caller may not create it: not for that project, not public, or not one
     *     more (403)
     * @throws ConflictException if there is, or was, an image with the chosen id (409)
     */
    Image createImage(NewImage image);

    /**
     * Changes an image: makes all of the changes in their order, or none.
     *
     * <p>Adding and replacing give a property its value whatever it was before, so doing it twice is the same as doing
     * it once. Such an update is retried like any other call and, like a late first try, overwrites what somebody else
     * has set in the meantime. An update that removes a property is retried only when no earlier try can have got
     * through, because its second answer would be a conflict. After any other failure, {@link #showImage(String)} tells
     * what the image is now.
     *
     * @param imageId the image's UUID
     * @param changes made by {@link ImageChange}
     * @return the image as it is now
     * @throws IllegalArgumentException if the id is blank, {@code .} or {@code ..}
     * @throws InvalidRequestException if the id is not a UUID, or a property cannot have its value (400)
     * @throws PermissionDeniedException if the caller may not change the image, or that property of it (403)
     * @throws ImageNotFoundException if there is no such image for the caller (404)
     * @throws ConflictException if a custom property to replace or to remove is not there (409)
     */
    Image updateImage(String imageId, List<Change> changes);

    /** Changes an image, as {@link #updateImage(String, List)} does. */
    default Image updateImage(UUID imageId, List<Change> changes) {
        return updateImage(imageId.toString(), changes);
    }

    /**
     * Shows which deprecated calls the token's project still makes: on which days, by which programs, and what became
     * of them; the brownouts that will hit it, what it said, and whether it looks ready for the end. Counts lag by a
     * few seconds.
     *
     * @throws PermissionDeniedException if the token is for no project (403)
     */
    MyCalls myCalls();

    /**
     * Says that the project has moved, or until when it needs the call. This does not change the end, but tells the
     * operators, who decide. All words are kept, and the newest counts.
     *
     * @param word made by {@link ProjectWord}
     * @return the word, as it is kept
     * @throws InvalidRequestException if the word is invalid, for instance without a reason (400)
     * @throws PermissionDeniedException if the caller is not a member of a project (403)
     * @throws ConflictException if the time until which the call is needed is past (409)
     */
    Decision sayWord(NewWord word);

    /**
     * Rehearses the end with all programs of the project, even those that cannot be changed: from now on, every
     * deprecated call with a token for the project is answered as after the sunset, and does nothing. The rehearsal
     * takes effect on all servers within ten seconds, and ends by itself; only another rehearsal, which replaces it,
     * can end it sooner. {@link MyCalls#getWords()} lists it.
     *
     * @param rehearsal why, and for how many minutes; by default, for an hour, which is the most
     * @return the rehearsal, with its end
     * @throws InvalidRequestException if the rehearsal is invalid (400)
     * @throws PermissionDeniedException if the caller is not a member of a project (403)
     * @throws ConflictException if the sunset has come (409)
     */
    Decision rehearse(NewRehearsal rehearsal);

    /**
     * This service, except that its deprecated calls rehearse their end: each is answered as after the sunset, with an
     * {@link OperationGoneException} that {@linkplain OperationGoneException#isRehearsal() says so}, and does nothing.
     * Nobody else is affected, and all other calls work as ever, {@link #deleteImage(String)} too. It is closed
     * together with this one.
     *
     * <p>A service that does not know rehearsals does what it is asked, which an {@link UnexpectedAnswerException}
     * tells.
     */
    ImageService rehearsing();

    /**
     * Ends the calls that still run, with a {@link NoAnswerException} that tells whether they may have been done, and
     * the threads that are this client's alone. Later calls throw an {@link IllegalStateException}.
     */
    @Override
    void close();
}
