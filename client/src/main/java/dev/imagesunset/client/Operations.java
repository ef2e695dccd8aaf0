package dev.imagesunset.client;

import dev.imagesunset.client.model.Change;
import dev.imagesunset.client.model.Decision;
import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.model.MyCalls;
import dev.imagesunset.client.model.NewImage;
import dev.imagesunset.client.model.NewRehearsal;
import dev.imagesunset.client.model.NewWord;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What each call does, whichever thread runs it. */
final class Operations {
    private final Service service;
    private final URI endpoint;
    private final Strictness strictness;
    private final boolean isRehearsal;

    Operations(Service service, URI endpoint, Strictness strictness, boolean isRehearsal) {
        this.service = service;
        this.endpoint = endpoint;
        this.strictness = strictness;
        this.isRehearsal = isRehearsal;
    }

    /** The same, but what ends is answered as after its end. */
    Operations rehearsing() {
        return new Operations(service, endpoint, strictness, true);
    }

    Calls.Work<Deletion> delete(String id) {
        return delete(Operation.of("Deleting image " + id, ImagesRequests.deleteImage(endpoint, id), null));
    }

    Calls.Work<Deletion> deleteV11(String id) {
        HttpRequest request = isRehearsal
                ? ImagesV11Requests.deleteImageV11Rehearsed(endpoint, id)
                : ImagesV11Requests.deleteImageV11(endpoint, id);
        String what = (isRehearsal ? "A rehearsal of deleting image " : "Deleting image ") + id + " (v1.1)";
        Operation<Void> operation = Operation.<Void>of(what, request, null)
                .deprecatedFor("deleteImage")
                .rehearsed(isRehearsal);
        strictness.beforeSending(operation);
        return isRehearsal ? rehearse(operation) : delete(operation);
    }

    Calls.Work<Image> show(String id) {
        Operation<Image> operation =
                Operation.of("Showing image " + id, ImagesRequests.showImage(endpoint, id), Image::of);
        return new Calls.Work<>(
                operation.what(), call -> service.ask(call, operation).thenApply(Contents::image));
    }

    Pages pages(ImageQuery query) {
        return new Pages(service, endpoint, query);
    }

    Calls.Work<Image> create(NewImage image) {
        return new Calls.Work<>("Creating an image", call -> new Creations(service, endpoint).create(call, image));
    }

    Calls.Work<Image> update(String id, List<Change> changes) {
        Operation<Image> operation = Operation.of(
                        "Changing image " + id, ImagesRequests.updateImage(endpoint, id, changes), Image::of)
                .repeated(ImageChange.repetition(changes));
        return new Calls.Work<>(
                operation.what(), call -> service.ask(call, operation).thenApply(Contents::image));
    }

    Calls.Work<MyCalls> myCalls() {
        Operation<MyCalls> operation = Operation.of("Showing my calls", MyCallsRequests.myCalls(endpoint), MyCalls::of);
        return new Calls.Work<>(
                operation.what(), call -> service.ask(call, operation).thenApply(Contents::calls));
    }

    Calls.Work<Decision> sayWord(NewWord word) {
        return decide("Saying my word", MyCallsRequests.sayWord(endpoint, word));
    }

    Calls.Work<Decision> rehearse(NewRehearsal rehearsal) {
        return decide("Rehearsing the end", MyCallsRequests.rehearse(endpoint, rehearsal));
    }

    private Calls.Work<Decision> decide(String what, HttpRequest request) {
        Operation<Decision> operation = Operation.of(what, request, Decision::of);
        return new Calls.Work<>(what, call -> service.ask(call, operation)
                .thenApply(reply -> Contents.whole(reply, Decision::missing)));
    }

    /** A success is none: it must not pass for a rehearsal that went well. */
    private Calls.Work<Deletion> rehearse(Operation<Void> operation) {
        return new Calls.Work<>(
                operation.what(), call -> service.ask(call, operation).thenApply(reply -> {
                    throw reply.notRehearsed();
                }));
    }

    private Calls.Work<Deletion> delete(Operation<Void> operation) {
        return new Calls.Work<>(operation.what(), call -> service.ask(call, operation)
                .thenApply(Contents::deletion)
                .exceptionallyCompose(thrown -> Relay.cause(thrown) instanceof ImageNotFoundException missing
                                && missing.isOwedToAnEarlierTry("image-not-found")
                        ? CompletableFuture.completedFuture(Deletion.byAnEarlierTry(missing.answer()))
                        : CompletableFuture.failedFuture(thrown)));
    }
}
