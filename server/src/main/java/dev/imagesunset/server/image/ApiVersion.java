package dev.imagesunset.server.image;

/** Through which version of the API something was done; the word stands in tombstones. */
public enum ApiVersion {
    /** The abandoned one. */
    V1_1("v1.1"),
    /** The native one, its successor. */
    V2("v2");

    private final String word;

    ApiVersion(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
