package dev.imagesunset.recipes;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovingSpringRequestsTest extends RecipeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "template.delete(base + \"/v1.1/images/{id}\", id);",
                "template.delete(URI.create(base + \"/v1.1/images/\" + id));",
                "String url = base + \"/v1.1/images/\" + id; template.delete(url);",
                "template.exchange(base + \"/v1.1/images/{id}\", HttpMethod.DELETE, null, Void.class, id);",
                "template.exchange(base + \"/v1.1/images/\" + id, DELETE, null, Void.class);",
                "template.delete(UriComponentsBuilder.fromUriString(base).path(\"/v1.1/images/{id}\").buildAndExpand(id).toUri());",
                "template.delete(UriComponentsBuilder.fromUriString(base + \"/v1.1/images/\").pathSegment(id).build().toUriString());",
                "client.delete().uri(\"/v1.1/images/{id}\", id).retrieve().toBodilessEntity();",
                "client.delete().uri(it -> it.path(\"/v1.1/images/{id}\").build(id)).retrieve().toBodilessEntity();",
                "client.method(HttpMethod.DELETE).uri(\"/v1.1/images/{id}\", id).retrieve().toBodilessEntity();"
            })
    void aDeleteIsMoved(String call) {
        moves(source(call));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "template.getForObject(base + \"/v1.1/images/{id}\", String.class, id);",
                "template.delete(base + \"/{path}\", \"/v1.1/images/1\");",
                "template.exchange(base + \"/v1.1/images/{id}\", HttpMethod.GET, null, Void.class, id);",
                "HttpMethod m = HttpMethod.DELETE; template.exchange(base + \"/v1.1/images/{id}\", m, null, Void.class, id);",
                "client.get().uri(\"/v1.1/images/{id}\", id).retrieve().toBodilessEntity();",
                "client.method(HttpMethod.HEAD).uri(\"/v1.1/images/{id}\", id).retrieve().toBodilessEntity();",
                "client.delete().uri(\"/{path}\", \"v1.1/images/1\").retrieve().toBodilessEntity();",
                "client.delete().uri(\"/x\").header(\"Referer\", \"/v1.1/images/\" + id).retrieve().toBodilessEntity();",
                "String url = base + \"/v1.1/images/\" + id; template.delete(url); template.getForObject(url, String.class);",
                "String url = base + \"/v1.1/images/\" + id; if (id.isEmpty()) { url = base; } template.delete(url);",
                "Runnable r = () -> template.delete(base); System.out.println(\"DELETE /v1.1/images/\" + id);",
                "template.delete(base + \"/v1.1/images/{id}/members/{member}\", id, id);",
                "template.delete(base + \"/v1.1/images/{id}\", id + \"/members\");",
                "template.delete(UriComponentsBuilder.fromUriString(base + \"/v1.1/images/\").pathSegment(id, \"members\").build().toUriString());",
                "template.delete(UriComponentsBuilder.fromUriString(base + \"/v1.1/images/{id}\").path(\"/members\").buildAndExpand(id).toUri());",
                "template.delete(UriComponentsBuilder.fromUriString(base + \"/v1.1/images/1\").replacePath(id).build().toUri());",
                "template.delete(UriComponentsBuilder.fromUriString(base).queryParam(\"see\", \"/v1.1/images/1\").build().toUri());",
                "template.delete(UriComponentsBuilder.fromUriString(base).path(\"/{see}\").buildAndExpand(\"/v1.1/images/1\").toUri());",
                "client.delete().uri(it -> it.path(\"/v1.1/images/{id}\").queryParam(\"x\", 1).build(id)).retrieve().toBodilessEntity();",
                "client.delete().uri(\"/v1.1/images/{id}\", it -> it.pathSegment(\"members\").build(id)).retrieve().toBodilessEntity();",
            })
    void whatIsNotCertainlyADeleteIsLeftAlone(String call) {
        leavesAlone(source(call), "not certain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (client.delete().uri(\"/v1.1/images/{id}\", id).retrieve().toBodilessEntity().getStatusCode() != HttpStatus.OK) throw new IllegalStateException();",
                "if (template.exchange(base + \"/v1.1/images/{id}\", HttpMethod.DELETE, null, Void.class, id).getStatusCode().value() != 200) throw new IllegalStateException();",
                "if (!template.exchange(base + \"/v1.1/images/{id}\", HttpMethod.DELETE, null, Void.class, id).getStatusCode().toString().equals(\"200 OK\")) throw new IllegalStateException();",
                "if (!((HttpStatus) template.exchange(base + \"/v1.1/images/{id}\", HttpMethod.DELETE, null, Void.class, id).getStatusCode()).getReasonPhrase().equals(\"OK\")) throw new IllegalStateException();"
            })
    void whoeverTakes200ForTheOnlySuccessIsLeftAlone(String call) {
        leavesAlone(source(call), "v2 answers 204");
    }

    private static String source(String call) {
        return """
                import static org.springframework.http.HttpMethod.DELETE;

                import java.net.URI;
                import org.springframework.http.HttpMethod;
                import org.springframework.http.HttpStatus;
                import org.springframework.web.client.RestClient;
                import org.springframework.web.client.RestTemplate;
                import org.springframework.web.util.UriComponentsBuilder;

                class Caller {
                    void call(RestTemplate template, RestClient client, String base, String id) {
                        %s
                    }
                }
                """.formatted(call);
    }
}
