package dev.imagesunset.client.testing;

import dev.imagesunset.client.model.Change;
import dev.imagesunset.client.model.Image;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Does what the contract's operations do. */
final class StubOperations {
    private final StubCatalogue catalogue;
    private final Conditions conditions;
    private final StubCalls calls;
    private final StubWords words;

    StubOperations(StubCatalogue catalogue, Conditions conditions) {
        this.catalogue = catalogue;
        this.conditions = conditions;
        calls = new StubCalls(conditions);
        words = new StubWords(conditions);
    }

    StubAnswer answer(ContractOperation operation, String imageId, StubRequest request) {
        try {
            StubAnswer answer = done(operation, imageId, request);
            calls.count(operation, request, "ok");
            return answer;
        } catch (Refusal refusal) {
            calls.count(operation, request, conditions.isOver() ? refusal.code() : refusal.outcome());
            throw refusal;
        }
    }

    void forget() {
        calls.forget();
        words.forget();
    }

    private StubAnswer done(ContractOperation operation, String imageId, StubRequest request) {
        conditions.check(operation, request);
        return switch (operation.id()) {
            case "deleteImage", "deleteImageV11" -> delete(operation, StubCatalogue.id(imageId));
            case "showImage" -> json(200, catalogue.visible(StubCatalogue.id(imageId)));
            case "listImages" -> StubAnswer.json(200, new StubQuery(request.query()).page(catalogue));
            case "createImage" -> create(request.json());
            case "updateImage" -> update(StubCatalogue.id(imageId), request.json());
            case "myCalls" -> StubAnswer.json(200, calls.shown(words).toMap());
            case "sayWord" -> StubAnswer.json(201, words.say(request).toMap());
            case "rehearse" -> StubAnswer.json(201, words.rehearse(request).toMap());
            default -> throw new IllegalStateException("The stub does not know " + operation.id());
        };
    }

    private StubAnswer delete(ContractOperation operation, UUID id) {
        catalogue.delete(id);
        int status = conditions.success(operation);
        StubAnswer deleted = StubAnswer.empty(status);
        return status == 204 ? deleted : deleted.with(Map.of("Content-Type", "text/html;charset=UTF-8"));
    }

    private StubAnswer create(@Nullable Object body) {
        if (!(body instanceof Map<?, ?> wanted)) {
            throw new Refusal(400, "body-malformed", "The body must be an object.");
        }
        Image image = StubChanges.created(wanted);
        if (image.getId() != null && catalogue.hasEverHad(image.getId())) {
            throw new Refusal(409, "image-exists", "There is or was an image of this id.");
        }
        Image created =
                catalogue.put(image.toBuilder().status(Image.StatusEnum.QUEUED).build());
        return json(201, created).with(Map.of("Location", created.getSelf()));
    }

    private StubAnswer update(UUID id, @Nullable Object body) {
        Image image = catalogue.own(id, "change-not-permitted");
        return json(200, catalogue.put(StubChanges.changed(image, changes(body))));
    }

    private static List<Change> changes(@Nullable Object body) {
        if (body instanceof List<?> all && all.stream().allMatch(Map.class::isInstance)) {
            return all.stream()
                    .map(it -> Change.of((Map<?, ?>) it))
                    .map(StubOperations::whole)
                    .toList();
        }
        throw new Refusal(400, "body-malformed", "The body must be a list of changes.");
    }

    private static Change whole(Change change) {
        boolean isWhole = change.missing().isEmpty() && change.getPath().startsWith("/");
        if (!isWhole || change.getOp() == Change.OpEnum.UNKNOWN_DEFAULT_OPEN_API) {
            throw new Refusal(400, "body-malformed", "A change has an op, add, replace or remove, and a path.");
        }
        return change;
    }

    private static StubAnswer json(int status, Image image) {
        return StubAnswer.json(status, image.toMap());
    }
}
