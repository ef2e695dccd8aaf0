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
 * The Image Management Service, as its consumers call it: through an {@link ImageServiceClient}, or in tests whatever they put
 * in its place.
 *
 * <p>A call repeats itself when the service cannot be reached or is unavailable, as its {@link RetryPolicy} says, and ends
 * within one deadline. It throws an {@link ImageServiceException}, whose subclasses tell the documented refusals apart.
 * Besides those that a method names, every call may throw {@link NoTokenException}, {@link AuthenticationFailedException}, if
 * the token is not good, nor a second one from the supplier (401), {@link TooManyRequestsException} (429),
 * {@link ServiceFailureException} (500), {@link ServiceUnavailableException} (502, 503, 504), {@link NoAnswerException} and
 * {@link UnexpectedAnswerException}; nothing else, but for arguments that cannot be right, and an
 * {@link IllegalStateException} once it is closed. Interrupting the thread ends a call with a {@link NoAnswerException}; the
 * thread stays interrupted.
 */
public interface ImageService extends AsyncImageService, AutoCloseable {
    /**
     * Deletes an image softly: it is gone for everybody, and its id is never free again. Repeating a delete is safe.
     *
     * @param imageId the image's UUID
     * @return how it is known that the image is deleted
     * @throws IllegalArgumentException if the id is blank, or a path segment of dots
     * @throws InvalidRequestException if the id is not a UUID (400)
     * @throws PermissionDeniedException if the caller may not delete the image, or it is protected (403)
     * @throws ImageNotFoundException if there is no such image for the caller, or it was deleted before (404)
     * @throws ConflictException if the image is in use, where the service stands in front of one that says so (409)
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
     * @return how it is known that the image is deleted, and what the service says of the end of this call
     * @throws IllegalArgumentException if the id is blank, or a path segment of dots
     * @throws InvalidRequestException if the id is not a UUID (400)
     * @throws PermissionDeniedException if the caller may not delete the image, or it is protected (403)
     * @throws ImageNotFoundException if there is no such image for the caller, or it was deleted before (404)
     * @throws ConflictException if the image is in use, where the service stands in front of one that says so (409)
     * @throws OperationGoneException if this call is gone: for good, in a brownout, in a rehearsal, or for newcomers (410)
     * @throws DeprecatedCallError if the client is strict, as it may be in tests, before anything is sent
     * @deprecated The service ends this call at its sunset, which {@link Deletion#deprecation()} and a warning in the log tell.
     *     Call {@link #deleteImage(String)} instead: the same id and token, result and exceptions. Only the method's name
     *     changes.
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
     * @throws IllegalArgumentException if the id is blank, or a path segment of dots
     * @throws InvalidRequestException if the id is not a UUID (400)
     * @throws ImageNotFoundException if there is no such image for the caller (404)
     */
    Image showImage(String imageId);

    /** Shows an image, as {@link #showImage(String)} does. */
    default Image showImage(UUID imageId) {
        return showImage(imageId.toString());
    }

    /**
     * Lists images, however many there are. The stream asks for a page when its consumer gets there, not before: until a
     * terminal operation nothing is called, and what {@code limit} or {@code findFirst} leave out is never fetched. Each page
     * is a call of its own, with retries and a deadline of its own (empty ones share one with the next); its exceptions come out
     * of the terminal operation.
     *
     * @return the images, in the query's order; sequential, and like every stream to be used once
     * @throws InvalidRequestException from the stream, if the service takes no such query (400)
     */
    Stream<Image> listImages(ImageQuery query);

    /**
     * Creates the record of an image, without data, in the status {@code queued}.
     *
     * <p>Leave the id out, and the client chooses a random one. Then a create is repeated like any other call, and never
     * creates two images: when a repetition finds the id taken, an earlier try got through, and the image is shown and
     * returned. With an id of your own a taken id could be somebody else's; so such a create is repeated only when no earlier
     * try can have got through. After any other failure, {@link #showImage(String)} tells whether the image is there.
     *
     * @param image what the image shall be, custom properties included
     * @return the image as the service made it
     * @throws InvalidRequestException if a property cannot have its value (400)
     * @throws PermissionDeniedException if the caller may not create it, not for that project, not public, or not one more
     *     (403)
     * @throws ConflictException if there is, or was, an image with the chosen id (409)
     */
    Image createImage(NewImage image);

    /**
     * Changes an image: all of the changes in their order, or none.
     *
     * <p>Adding and replacing give a property its value whatever it was before, so that doing it twice is the same as doing it
     * once; such an update is repeated like any other call, and like a late first try it overwrites what somebody else set in
     * the meantime. One that removes a property is repeated only when no earlier try can have got through, because its second
     * answer would be a conflict. After any other failure, {@link #showImage(String)} tells what the image is now.
     *
     * @param imageId the image's UUID
     * @param changes made by {@link ImageChange}
     * @return the image as it is now
     * @throws IllegalArgumentException if the id is blank, or a path segment of dots
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
     * Shows what the token's project still calls of what ends: on which days, by which programs, and what became of it; the
     * brownouts that will hit it, what it said, and whether it looks ready for the end. Counts lag behind by a few seconds.
     *
     * @throws PermissionDeniedException if the token is for no project (403)
     */
    MyCalls myCalls();

    /**
     * Says that the project has moved, or until when it needs the call. It changes nothing about the end: it tells the
     * operators, who decide. All words are kept, and the newest counts.
     *
     * @param word made by {@link ProjectWord}
     * @return the word, as it is kept
     * @throws InvalidRequestException if the word cannot be like this, without a reason for instance (400)
     * @throws PermissionDeniedException if the caller is no member of a project (403)
     * @throws ConflictException if the time until when the call is needed is past (409)
     */
    Decision sayWord(NewWord word);

    /**
     * Rehearses the end with all programs of the project, those that cannot be changed too: from now on, every deprecated call
     * with a token for it is answered as after the sunset, and does nothing. It holds on all servers within ten seconds, and
     * ends by itself; until then only another rehearsal, which replaces it, ends it sooner. {@link MyCalls#getWords()} has it.
     *
     * @param rehearsal why, and for how many minutes; for an hour, which is the most, if it does not say
     * @return the rehearsal, with its end
     * @throws InvalidRequestException if it cannot be like this (400)
     * @throws PermissionDeniedException if the caller is no member of a project (403)
     * @throws ConflictException if the sunset has come (409)
     */
    Decision rehearse(NewRehearsal rehearsal);

    /**
     * This service, but its deprecated calls rehearse their end: each is answered as after the sunset, with an
     * {@link OperationGoneException} that {@linkplain OperationGoneException#isRehearsal() says so}, and does nothing. Nobody
     * else is affected. Everything else is done as ever, a {@link #deleteImage(String)} too. It is closed together with this
     * one.
     *
     * <p>A service that does not know rehearsals does what it is asked, which an {@link UnexpectedAnswerException} tells.
     */
    ImageService rehearsing();

    /** Ends the calls that still run, with an {@link IllegalStateException}, and the threads that are only this client's. */
    @Override
    void close();
}
