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
import java.util.concurrent.CompletableFuture;

/**
 * The calls of {@link ImageService}, without a thread that waits for them.
 *
 * <p>Each method does what its namesake does, with the same deadline and retries. Its future fails with the same
 * exceptions, which {@code join} and {@code get} wrap, and with a
 * {@link java.util.concurrent.RejectedExecutionException} if the {@linkplain ImageServiceClientBuilder#executor
 * executor} that was given takes no more work before anything is sent. If it takes none later, or loses it, the future
 * fails with a {@link NoAnswerException}, one second after the deadline at the latest. Invalid arguments are refused at
 * once. Cancelling the future ends the call: it closes the connection of a request under way, whose outcome is then
 * unknown, and no other try follows. Dependent stages run in a thread of the client, so they must not block.
 */
public interface AsyncImageService {
    /** Deletes an image, as {@link ImageService#deleteImage(String)} does. */
    CompletableFuture<Deletion> deleteImageAsync(String imageId);

    /** Deletes an image, as {@link ImageService#deleteImage(String)} does. */
    default CompletableFuture<Deletion> deleteImageAsync(UUID imageId) {
        return deleteImageAsync(imageId.toString());
    }

    /**
     * Deletes an image, as {@link ImageService#deleteImageV11(String)} does.
     *
     * @deprecated Call {@link #deleteImageAsync(String)} instead: only the method's name changes.
     */
    @Deprecated(since = "2016-10-06", forRemoval = true)
    CompletableFuture<Deletion> deleteImageV11Async(String imageId);

    /**
     * Deletes an image, as {@link ImageService#deleteImageV11(String)} does.
     *
     * @deprecated Call {@link #deleteImageAsync(UUID)} instead: only the method's name changes.
     */
    @Deprecated(since = "2016-10-06", forRemoval = true)
    default CompletableFuture<Deletion> deleteImageV11Async(UUID imageId) {
        return deleteImageV11Async(imageId.toString());
    }

    /** Shows an image, as {@link ImageService#showImage(String)} does. */
    CompletableFuture<Image> showImageAsync(String imageId);

    /** Shows an image, as {@link ImageService#showImage(String)} does. */
    default CompletableFuture<Image> showImageAsync(UUID imageId) {
        return showImageAsync(imageId.toString());
    }

    /**
     * Lists all images that a query finds, page by page, each page with a deadline of its own. All images must fit into
     * memory; for more, use {@link ImageService#listImages}.
     */
    CompletableFuture<List<Image>> listImagesAsync(ImageQuery query);

    /** Creates an image, as {@link ImageService#createImage} does. */
    CompletableFuture<Image> createImageAsync(NewImage image);

    /** Changes an image, as {@link ImageService#updateImage(String, List)} does. */
    CompletableFuture<Image> updateImageAsync(String imageId, List<Change> changes);

    /** Changes an image, as {@link ImageService#updateImage(String, List)} does. */
    default CompletableFuture<Image> updateImageAsync(UUID imageId, List<Change> changes) {
        return updateImageAsync(imageId.toString(), changes);
    }

    /** Shows which deprecated calls the project still makes, as {@link ImageService#myCalls} does. */
    CompletableFuture<MyCalls> myCallsAsync();

    /** Says that the project has moved, or until when it needs the call, as {@link ImageService#sayWord} does. */
    CompletableFuture<Decision> sayWordAsync(NewWord word);

    /** Rehearses the end, as {@link ImageService#rehearse} does. */
    CompletableFuture<Decision> rehearseAsync(NewRehearsal rehearsal);
}
