package dev.imagesunset.client;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Images as the service writes them. */
final class ServedImages {
    static final String ID = "3c3d1d01-b48a-4639-8a88-08be3b9b5d78";

    private ServedImages() {}

    static String image(String id, String more) {
        return """
                {"id":"%s","name":null,"status":"active","visibility":"private","owner":"demo","protected":false,
                "size":42,"virtual_size":null,"min_disk":1,"min_ram":64,"os_hidden":false,"tags":["nightly"],
                "created_at":"2016-05-20T08:00:00Z","updated_at":"2016-05-20T08:00:00Z",
                "self":"/v2/images/%1$s","file":"/v2/images/%1$s/file","schema":"/v2/schemas/image"%s}
                """.formatted(id, more);
    }

    static String page(@Nullable String next, String... ids) {
        String images = Arrays.stream(ids).map(id -> image(id, "")).collect(Collectors.joining(","));
        String link = next == null ? "" : "\"next\":\"" + next + "\",";
        return "{\"images\":[" + images + "],\"first\":\"/v2/images\"," + link + "\"schema\":\"/v2/schemas/images\"}";
    }

    static String id(int number) {
        return "00000000-0000-4000-8000-%012d".formatted(number);
    }
}
