package dev.imagesunset.client;

import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.model.Images;

/** What good answers promise: values for all that the contract requires. */
final class Contents {
    private Contents() {}

    static Image image(Reply<Image> reply) {
        Image image = reply.content();
        image.missing().ifPresent(name -> {
            throw reply.without(name);
        });
        return named(image, reply.answer());
    }

    static Images page(Reply<Images> reply) {
        Images page = reply.content();
        page.missing().ifPresent(name -> {
            throw reply.without(name);
        });
        return page.toBuilder()
                .images(page.getImages().stream()
                        .map(image -> named(image, reply.answer()))
                        .toList())
                .build();
    }

    private static Image named(Image image, Answer answer) {
        return image.toBuilder().requestId(answer.requestId().orElse(null)).build();
    }
}
