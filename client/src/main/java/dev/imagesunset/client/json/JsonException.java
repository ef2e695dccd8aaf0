package dev.imagesunset.client.json;

/** A text is not the JSON that it should be. */
public final class JsonException extends IllegalArgumentException {
    JsonException(String why) {
        super(why);
    }
}
