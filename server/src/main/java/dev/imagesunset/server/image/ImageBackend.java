package dev.imagesunset.server.image;

import dev.imagesunset.server.problem.Refusal;
import dev.imagesunset.server.request.Exchange;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** Where the images are: in this server's own catalogue, or in an image service behind it. */
public interface ImageBackend {
    /**
     * Deletes an image for the caller of a request.
     *
     * @throws Refusal if it is not deleted, or may not be by this caller
     */
    void delete(UUID id, Exchange exchange);

    /**
     * The address, without {@code /v2}, where callers find all of the v2 API, if it is known.
     *
     * @param here this server's own address
     */
    default Optional<URI> nativeApi(URI here) {
        return Optional.of(here);
    }
}
