import org.jspecify.annotations.NullMarked;

/** The client of the Image Management Service; start at {@link dev.imagesunset.client.ImageService}. */
@NullMarked
@SuppressWarnings("module") // its stub, which it does not know
module dev.imagesunset.client {
    requires static org.jspecify;
    requires transitive java.net.http;

    exports dev.imagesunset.client;
    exports dev.imagesunset.client.model;
    exports dev.imagesunset.client.json to
            dev.imagesunset.client.testing;
}
