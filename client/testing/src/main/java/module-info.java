import org.jspecify.annotations.NullMarked;

/** A stand-in for the Image Management Service in its consumers' tests. */
@NullMarked
module dev.imagesunset.client.testing {
    requires static org.jspecify;
    requires static transitive org.junit.jupiter.api;
    requires transitive dev.imagesunset.client;
    requires jdk.httpserver;

    exports dev.imagesunset.client.testing;
}
