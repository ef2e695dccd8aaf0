package dev.imagesunset.server.upstream;

import dev.imagesunset.server.request.RequestId;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OpenStack's Image API v2, as far as a delete needs it. */
final class NativeImageApi {
    private final UpstreamEndpoints endpoints;

    NativeImageApi(UpstreamEndpoints endpoints) {
        this.endpoints = endpoints;
    }

    /**
     * Looks at an image.
     *
     * @throws NoAnswer if the image service does not answer
     */
    SeenImage show(UUID id, Map<String, String> headers, Deadline deadline) {
        return endpoints.get(path(id), headers, deadline, answer -> {
            requireItsOwn(answer, NoAnswer.unasked(notItsOwn(answer)));
            return answer.statusCode() == 200 ? SeenImage.read(answer.body()) : SeenImage.NOTHING;
        });
    }

    /**
     * Deletes an image, and returns what the image service answers.
     *
     * @throws NoAnswer if it does not answer
     */
    HttpResponse<String> delete(UUID id, Map<String, String> headers, Deadline deadline) {
        HttpResponse<String> answer = endpoints.delete(path(id), headers, deadline);
        requireItsOwn(answer, NoAnswer.asked(notItsOwn(answer)));
        return answer;
    }

    private static String path(UUID id) {
        return "/v2/images/" + id;
    }

    /** A balancer that has lost its image service, or a wrong URL, answers too, but names no request. Glance's 401 does not. */
    private static void requireItsOwn(HttpResponse<String> answer, NoAnswer otherwise) {
        int status = answer.statusCode();
        boolean isNamed = answer.headers().firstValue(RequestId.HEADER).isPresent();
        boolean isOfAGateway = status >= 502 && status <= 504;
        if (isOfAGateway || (!isNamed && status != 401)) {
            throw otherwise;
        }
    }

    private static String notItsOwn(HttpResponse<String> answer) {
        return "answers " + answer.statusCode() + ", not as an image service does";
    }

    /**
     * Makes sure that there is an image service.
     *
     * @throws NoAnswer if none answers
     */
    void check(Duration longest) {
        endpoints.get("/versions", Map.of(), Deadline.in(longest), NativeImageApi::requireV2);
    }

    private static boolean requireV2(HttpResponse<String> answer) {
        if (answer.statusCode() != 200 || !hasV2(answer.body())) {
            throw NoAnswer.unasked(notItsOwn(answer));
        }
        return true;
    }

    private static boolean hasV2(String body) {
        try {
            return JsonMapper.shared()
                    .readTree(body)
                    .path("versions")
                    .valueStream()
                    .map((JsonNode version) -> version.path("id").asString(""))
                    .anyMatch(id -> id.startsWith("v2"));
        } catch (JacksonException e) {
            return false;
        }
    }
}
