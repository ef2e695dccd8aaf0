package dev.imagesunset.client;

import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.model.Images;
import dev.imagesunset.client.model.MyCalls;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What good answers promise: values for all that the contract requires. */
final class Contents {
    private static final Set<Integer> CONFIRMATIONS = Set.of(200, 204);

    private Contents() {}

    /** Of the other successes, 202 promises a delete for later, and 207 may have a failure in it. */
    static Deletion deletion(Reply<?> reply) {
        if (!CONFIRMATIONS.contains(reply.answer().status())) {
            throw reply.unconfirmed();
        }
        return Deletion.confirmed(reply.answer());
    }

    static Image image(Reply<Image> reply) {
        return named(whole(reply, Image::missing), reply.answer());
    }

    static Images page(Reply<Images> reply) {
        Images page = whole(reply, Images::missing);
        return page.toBuilder()
                .images(page.getImages().stream()
                        .map(image -> named(image, reply.answer()))
                        .toList())
                .build();
    }

    static MyCalls calls(Reply<MyCalls> reply) {
        return whole(reply, MyCalls::missing).toBuilder()
                .requestId(reply.answer().requestId().orElse(null))
                .build();
    }

    /** What it brings, if that has all that it must have. */
    static <T> T whole(Reply<T> reply, Function<T, Optional<String>> missing) {
        T content = reply.content();
        missing.apply(content).ifPresent(name -> {
            throw reply.without(name);
        });
        return content;
    }

    private static Image named(Image image, Answer answer) {
        return image.toBuilder().requestId(answer.requestId().orElse(null)).build();
    }
}
