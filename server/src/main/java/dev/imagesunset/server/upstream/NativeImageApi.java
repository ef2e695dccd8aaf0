package dev.imagesunset.server.upstream;

import dev.imagesunset.server.remote.Deadline;
import dev.imagesunset.server.remote.Endpoints;
import dev.imagesunset.server.request.RequestId;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A client for the part of OpenStack's Image API v2 that a delete needs. */
final class NativeImageApi {
    private final Endpoints endpoints;

    NativeImageApi(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /**
     * Fetches what the caller sees of an image.
     *
     * @throws NoAnswer if the image service does not answer
     */
    SeenImage show(UUID id, Map<String, String> headers, Deadline deadline) {
        return get(path(id), headers, deadline, answer -> {
            requireItsOwn(answer);
            return answer.statusCode() == 200 ? SeenImage.read(answer.body()) : SeenImage.NOTHING;
        });
    }

    /** Gives each URL its share of the time that is left. */
    private <T> T get(String path, Map<String, String> headers, Deadline deadline, Endpoints.Reader<T> reader) {
        try {
            return endpoints.get(path, headers, urls -> deadline.left().dividedBy(urls), reader);
        } catch (IOException e) {
            throw NoAnswer.unasked(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Deletes an image, and returns what the image service answers.
     *
     * @throws NoAnswer if it does not answer
     */
    HttpResponse<String> delete(UUID id, Map<String, String> headers, Deadline deadline) {
        try {
            HttpResponse<String> answer = endpoints.delete(path(id), headers, deadline);
            requireItsOwn(answer);
            return answer;
        } catch (ConnectException e) {
            throw NoAnswer.unasked(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw NoAnswer.asked(String.valueOf(e.getMessage()));
        }
    }

    private static String path(UUID id) {
        return "/v2/images/" + id;
    }

    /**
     * Rejects answers that are not the image service's. A load balancer without one, or a wrong URL, answers too, but
     * without a request id. Glance's 401 has none either.
     */
    private static void requireItsOwn(HttpResponse<String> answer) throws IOException {
        int status = answer.statusCode();
        boolean isNamed = answer.headers().firstValue(RequestId.HEADER).isPresent();
        boolean isOfAGateway = status >= 502 && status <= 504;
        if (isOfAGateway || (!isNamed && status != 401)) {
            throw notItsOwn(answer);
        }
    }

    private static IOException notItsOwn(HttpResponse<String> answer) {
        return new IOException("answers " + answer.statusCode() + ", not as an image service does");
    }

    /**
     * Checks that there is an image service.
     *
     * @throws NoAnswer if none answers
     */
    void check(Duration longest) {
        get("/versions", Map.of(), Deadline.in(longest), NativeImageApi::requireV2);
    }

    private static boolean requireV2(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200 || !hasV2(answer.body())) {
            throw notItsOwn(answer);
        }
        return true;
    }

    private static boolean hasV2(String body) {
        try {
            return JsonMapper.shared()
                    .readTree(body)
                    .path("versions")
                    .valueStream()
                    .anyMatch(version -> version.path("id").asString("").startsWith("v2"));
        } catch (JacksonException e) {
            return false;
        }
    }
}
