package dev.imagesunset.client;

import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.model.NewImage;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Creates images so that a create whose answer was lost can be repeated: under an id that nobody else can have chosen, a
 * repetition that finds the id taken has found the very image that an earlier try created.
 */
final class Creations {
    private final Service service;
    private final URI endpoint;

    Creations(Service service, URI endpoint) {
        this.service = service;
        this.endpoint = endpoint;
    }

    CompletableFuture<Image> create(RunningCall call, NewImage wanted) {
        if (wanted.getId() != null) {
            return service.ask(call, operation(wanted).repeated(Repetition.ONLY_WHEN_NOTHING_GOT_THROUGH))
                    .thenApply(Contents::image);
        }
        String id = UUID.randomUUID().toString();
        return service.ask(call, operation(wanted.toBuilder().id(id).build()))
                .exceptionallyCompose(thrown -> Relay.cause(thrown) instanceof ConflictException taken
                                && taken.isOwedToAnEarlierTry("image-exists")
                        ? service.ask(call, showing(id))
                        : CompletableFuture.failedFuture(thrown))
                .thenApply(Contents::image);
    }

    private Operation<Image> operation(NewImage image) {
        return Operation.of("Creating image " + image.getId(), ImagesRequests.createImage(endpoint, image), Image::of);
    }

    private Operation<Image> showing(String id) {
        return Operation.of(
                "Showing image " + id + ", just created,", ImagesRequests.showImage(endpoint, id), Image::of);
    }
}
