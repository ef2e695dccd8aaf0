package dev.imagesunset.client;

import dev.imagesunset.client.generated.ImagesApi;
import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.model.NewImage;
import java.util.UUID;
import tools.jackson.databind.ObjectMapper;

/**
 * Creates images so that a create whose answer was lost can be repeated: under an id that nobody else can have chosen, a
 * repetition that finds the id taken has found the very image that an earlier try created.
 */
final class Creations {
    private static final ObjectMapper JSON = TolerantReading.mapper();

    private final Calls calls;
    private final ImagesApi api;

    Creations(Calls calls, ImagesApi api) {
        this.calls = calls;
        this.api = api;
    }

    Image create(NewImage wanted) {
        NewImage image = JSON.convertValue(wanted, NewImage.class);
        return wanted.getId() == null
                ? createUnder(UUID.randomUUID().toString(), image)
                : create(image, Repetition.ONLY_WHEN_NOTHING_GOT_THROUGH, calls.start());
    }

    private Image createUnder(String id, NewImage image) {
        CallBudget.Countdown countdown = calls.start();
        try {
            return create(image.id(id), Repetition.SAFE, countdown);
        } catch (ConflictException e) {
            if (e.followsALostAnswer()) {
                return show(id, countdown);
            }
            throw e;
        }
    }

    private Image create(NewImage image, Repetition repetition, CallBudget.Countdown countdown) {
        return calls.call(
                        CallDescription.of("Creating image " + image.getId()),
                        repetition,
                        countdown,
                        headers -> api.createImageWithHttpInfo(image, headers))
                .content();
    }

    private Image show(String id, CallBudget.Countdown countdown) {
        return calls.call(
                        CallDescription.of("Showing image " + id + ", just created,"),
                        Repetition.SAFE,
                        countdown,
                        headers -> api.showImageWithHttpInfo(id, headers))
                .content();
    }
}
