package dev.imagesunset.client;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.imagesunset.client.generated.ApiClient;
import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.model.NewImage;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.deser.DeserializationProblemHandler;

/**
 * Reads JSON so that what a later service adds to an image does not make a list of them illegible, and goes by the model's
 * annotations alone: a custom property may be named like one of its fields.
 */
final class TolerantReading extends DeserializationProblemHandler {
    static ObjectMapper mapper() {
        return ApiClient.createDefaultObjectMapper()
                .rebuild()
                .disable(MapperFeature.INFER_PROPERTY_MUTATORS)
                .addHandler(new TolerantReading())
                .addMixIn(Image.class, AnyName.class)
                .addMixIn(NewImage.class, AnyName.class)
                .build();
    }

    /** To the generated models, a custom property of the name {@code additionalProperties} would be all of them. */
    private abstract static class AnyName {
        @JsonIgnore
        @SuppressWarnings("unused")
        @Nullable Map<String, String> additionalProperties;
    }

    /** Custom properties are texts; where one is a list or an object instead, its JSON is the text. */
    @Override
    public Object handleUnexpectedToken(
            DeserializationContext context, JavaType type, JsonToken token, JsonParser parser, String message) {
        return type.hasRawClass(String.class) && token.isStructStart()
                ? context.readTree(parser).toString()
                : NOT_HANDLED;
    }
}
