package dev.imagesunset.client;

import dev.imagesunset.client.generated.ApiClient;
import dev.imagesunset.client.generated.ImagesApi;
import dev.imagesunset.client.generated.ImagesV11Api;
import dev.imagesunset.client.model.Change;
import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.model.NewImage;
import java.net.URI;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Calls the Image Management Service. A client is immutable and safe for use by many threads; make one and keep it.
 *
 * <p>A call repeats itself when the service cannot be reached or is unavailable, as its {@link RetryPolicy} says, and ends
 * within one deadline. It throws an {@link ImageServiceException}, whose subclasses tell the documented refusals apart.
 * Besides those that a method names, every call may throw {@link NoTokenException}, {@link AuthenticationFailedException}, if
 * the token is not good, nor a second one from the supplier (401), {@link TooManyRequestsException} (429),
 * {@link ServiceFailureException} (500), {@link ServiceUnavailableException} (502, 503, 504), {@link NoAnswerException} and
 * {@link UnexpectedAnswerException}; nothing else, but for arguments that cannot be right. Interrupting the thread ends a call with a
 * {@link NoAnswerException}; the thread stays interrupted.
 */
public final class ImageServiceClient {
    private final URI endpoint;
    private final ImagesApi images;
    private final ImagesV11Api imagesV11;
    private final Calls calls;
    private final Strictness strictness;

    ImageServiceClient(URI endpoint, ApiClient transport, Calls calls, Strictness strictness) {
        this.endpoint = endpoint;
        this.images = new ImagesApi(transport);
        this.imagesV11 = new ImagesV11Api(transport);
        this.calls = calls;
        this.strictness = strictness;
    }

    /**
     * A client for the service at an endpoint.
     *
     * @param endpoint where the service is, like {@code https://ims.example.com}; a path is a prefix of all paths, but without
     *     slashes and a version at its end, like {@code /v2}, which OpenStack's catalogues give and each call adds itself
     * @throws IllegalArgumentException if it is not an absolute http or https URI, or has user info, a query or a fragment
     */
    public static ImageServiceClientBuilder builder(URI endpoint) {
        return new ImageServiceClientBuilder(Checks.endpoint(endpoint));
    }

    /**
     * Deletes an image softly: it is gone for everybody, and its id is never free again. Repeating a delete is safe.
     *
     * @param imageId the image's UUID
     * @return how it is known that the image is deleted
     * @throws IllegalArgumentException if the id is blank, or a path segment of dots
     * @throws InvalidRequestException if the id is not a UUID (400)
     * @throws AuthenticationFailedException if the token is not good, nor a second one from the supplier (401)
     * @throws PermissionDeniedException if the caller may not delete the image, or it is protected (403)
     * @throws ImageNotFoundException if there is no such image for the caller, or it was deleted before (404)
     * @throws ServiceFailureException if the service failed (500)
     * @throws ServiceUnavailableException if the service was unavailable until the end of all retries (502, 503, 504)
     * @throws NoAnswerException if the service could not be reached, or did not answer in time
     */
    public Deletion deleteImage(String imageId) {
        String id = Checks.imageId(imageId);
        return delete(
                CallDescription.of("Deleting image " + id), headers -> images.deleteImageWithHttpInfo(id, headers));
    }

    /**
     * Deletes an image exactly as {@link #deleteImage} does, through the abandoned API v1.1.
     *
     * @param imageId the image's UUID
     * @return how it is known that the image is deleted, and what the service says of the end of this call
     * @throws IllegalArgumentException if the id is blank, or a path segment of dots
     * @throws InvalidRequestException if the id is not a UUID (400)
     * @throws AuthenticationFailedException if the token is not good, nor a second one from the supplier (401)
     * @throws PermissionDeniedException if the caller may not delete the image, or it is protected (403)
     * @throws ImageNotFoundException if there is no such image for the caller, or it was deleted before (404)
     * @throws OperationGoneException if this call is gone, for good or in a brownout (410)
     * @throws ServiceFailureException if the service failed (500)
     * @throws ServiceUnavailableException if the service was unavailable until the end of all retries (502, 503, 504)
     * @throws NoAnswerException if the service could not be reached, or did not answer in time
     * @throws DeprecatedCallError if the client is strict, as it may be in tests, before anything is sent
     * @deprecated The service ends this call at its sunset, which {@link Deletion#deprecation()} and a warning in the log tell.
     *     Call {@link #deleteImage} instead: the same id and token, result and exceptions. Only the method's name changes.
     */
    @Deprecated(since = "2016-10-06")
    public Deletion deleteImageV11(String imageId) {
        String id = Checks.imageId(imageId);
        CallDescription call = new CallDescription("Deleting image " + id + " (v1.1)", "deleteImage");
        strictness.beforeSending(call);
        return delete(call, headers -> imagesV11.deleteImageV11WithHttpInfo(id, headers));
    }

    /**
     * Shows an image, with its custom properties in {@link Image#getAdditionalProperties()}.
     *
     * @param imageId the image's UUID
     * @throws IllegalArgumentException if the id is blank, or a path segment of dots
     * @throws InvalidRequestException if the id is not a UUID (400)
     * @throws ImageNotFoundException if there is no such image for the caller (404)
     */
    public Image showImage(String imageId) {
        String id = Checks.imageId(imageId);
        return calls.call(
                        CallDescription.of("Showing image " + id),
                        Repetition.SAFE,
                        calls.start(),
                        headers -> images.showImageWithHttpInfo(id, headers))
                .content();
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
    public Stream<Image> listImages(ImageQuery query) {
        Listing listing = new Listing(calls, images, query);
        int characteristics = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(listing, characteristics), false);
    }

    /**
     * Creates the record of an image, without data, in the status {@code queued}.
     *
     * <p>Leave the id out, and the client chooses a random one. Then a create is repeated like any other call, and never
     * creates two images: when a repetition finds the id taken, an earlier try got through, and the image is shown and
     * returned. With an id of your own a taken id could be somebody else's; so such a create is repeated only when no earlier
     * try can have got through. After any other failure, {@link #showImage} tells whether the image is there.
     *
     * @param image what the image shall be, custom properties included; it is not changed
     * @return the image as the service made it
     * @throws InvalidRequestException if a property cannot have its value (400)
     * @throws PermissionDeniedException if the caller may not create it, not for that project, or not public (403)
     * @throws ConflictException if there is, or was, an image with the chosen id (409)
     */
    public Image createImage(NewImage image) {
        return new Creations(calls, images).create(image);
    }

    /**
     * Changes an image: all of the changes in their order, or none.
     *
     * <p>Adding and replacing give a property its value whatever it was before, so that doing it twice is the same as doing it
     * once; such an update is repeated like any other call, and like a late first try it overwrites what somebody else set in
     * the meantime. One that removes a property is repeated only when no earlier try
     * can have got through, because its second answer would be a conflict. After any other failure, {@link #showImage} tells
     * what the image is now.
     *
     * @param imageId the image's UUID
     * @param changes made by {@link ImageChange}
     * @return the image as it is now
     * @throws IllegalArgumentException if the id is blank, or a path segment of dots, or a change cannot be written as JSON
     * @throws InvalidRequestException if the id is not a UUID, or a property cannot have its value (400)
     * @throws PermissionDeniedException if the caller may not change the image, or that property of it (403)
     * @throws ImageNotFoundException if there is no such image for the caller (404)
     * @throws ConflictException if a custom property to replace or to remove is not there (409)
     */
    public Image updateImage(String imageId, List<Change> changes) {
        String id = Checks.imageId(imageId);
        List<Change> all = ImageChange.copies(changes);
        return calls.call(
                        CallDescription.of("Changing image " + id),
                        ImageChange.repetition(all),
                        calls.start(),
                        headers -> images.updateImageWithHttpInfo(id, all, headers))
                .content();
    }

    @Override
    public String toString() {
        return "ImageServiceClient[" + endpoint + "]";
    }

    private Deletion delete(CallDescription call, Calls.Operation<Void> operation) {
        try {
            return Deletion.confirmed(
                    calls.call(call, Repetition.SAFE, calls.start(), operation).answer());
        } catch (ImageNotFoundException e) {
            if (e.followsALostAnswer()) {
                return Deletion.byAnEarlierTry(e);
            }
            throw e;
        }
    }
}
