package dev.imagesunset.api;

import java.net.URL;
import java.util.Objects;

/** Where the contract of the Image Management Service, one self-contained OpenAPI 3.0.3 document in YAML, is found. */
public final class ImageServiceContract {
    /** The path under which a server that has this artifact on its class path serves the document. */
    public static final String PATH = "/openapi/image-service.yaml";

    private ImageServiceContract() {}

    /**
     * The document itself.
     *
     * @return a URL to read it from, UTF-8
     */
    public static URL url() {
        return Objects.requireNonNull(
                ImageServiceContract.class.getResource("/META-INF/resources" + PATH), "The contract is not in its jar");
    }
}
