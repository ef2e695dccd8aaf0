package dev.imagesunset.client;

import dev.imagesunset.client.model.Change;
import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.model.NewImage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What each call does, whichever thread runs it. */
final class Operations {
    private final Service service;
    private final URI endpoint;
    private final Strictness strictness;

    Operations(Service service, URI endpoint, Strictness strictness) {
        this.service = service;
        this.endpoint = endpoint;
        this.strictness = strictness;
    }

    Calls.Work<Deletion> delete(String id) {
        return delete(Operation.of("Deleting image " + id, ImagesRequests.deleteImage(endpoint, id), null));
    }

    Calls.Work<Deletion> deleteV11(String id) {
        HttpRequest request = ImagesV11Requests.deleteImageV11(endpoint, id);
        Operation<Void> operation = Operation.<Void>of("Deleting image " + id + " (v1.1)", request, null)
                .deprecatedFor("deleteImage");
        strictness.beforeSending(operation);
        return delete(operation);
    }

    Calls.Work<Image> show(String id) {
        Operation<Image> operation =
                Operation.of("Showing image " + id, ImagesRequests.showImage(endpoint, id), Image::of);
        return call -> service.ask(call, operation).thenApply(Contents::image);
    }

    Pages pages(ImageQuery query) {
        return new Pages(service, endpoint, query);
    }

    Calls.Work<Image> create(NewImage image) {
        return call -> new Creations(service, endpoint).create(call, image);
    }

    Calls.Work<Image> update(String id, List<Change> changes) {
        Operation<Image> operation = Operation.of(
                        "Changing image " + id, ImagesRequests.updateImage(endpoint, id, changes), Image::of)
                .repeated(ImageChange.repetition(changes));
        return call -> service.ask(call, operation).thenApply(Contents::image);
    }

    private Calls.Work<Deletion> delete(Operation<Void> operation) {
        return call -> service.ask(call, operation)
                .thenApply(reply -> Deletion.confirmed(reply.answer()))
                .exceptionallyCompose(thrown ->
                        Relay.cause(thrown) instanceof ImageNotFoundException missing && missing.followsALostAnswer()
                                ? CompletableFuture.completedFuture(Deletion.byAnEarlierTry(missing.answer()))
                                : CompletableFuture.failedFuture(thrown));
    }
}
