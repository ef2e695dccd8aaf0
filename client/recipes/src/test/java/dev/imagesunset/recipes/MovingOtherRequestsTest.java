package dev.imagesunset.recipes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests of OkHttp, Spring's WebClient and RequestEntity, and Feign. */
class MovingOtherRequestsTest extends RecipeTest {
    /** As much of other HTTP clients as the sources of the tests use. */
    private static final String[] OTHER_CLIENTS = {
        """
        package okhttp3;
        public class Request {
            public static class Builder {
                public Builder url(String url) { return this; }
                public Builder url(HttpUrl url) { return this; }
                public Builder header(String name, String value) { return this; }
                public Builder get() { return this; }
                public Builder delete() { return this; }
                public Builder method(String method, RequestBody body) { return this; }
                public Request build() { return null; }
            }
            public Builder newBuilder() { return null; }
            public HttpUrl url() { return null; }
        }
        """,
        "package okhttp3; public class RequestBody {}",
        "package okhttp3; public class HttpUrl { public static HttpUrl get(String url) { return null; } }",
        "package okhttp3; public class Response { public int code() { return 0; } public String message() { return null; } }",
        "package okhttp3; public interface Call { Response execute(); }",
        "package okhttp3; public class OkHttpClient { public Call newCall(Request request) { return null; } }",
        """
        package org.springframework.web.reactive.function.client;
        public interface WebClient {
            RequestHeadersUriSpec<?> delete();
            RequestHeadersUriSpec<?> get();
            RequestHeadersUriSpec<?> method(org.springframework.http.HttpMethod method);
            interface UriSpec<S extends RequestHeadersSpec<?>> { S uri(String uri, Object... values); }
            interface RequestHeadersSpec<S extends RequestHeadersSpec<S>> { ResponseSpec retrieve(); }
            interface RequestHeadersUriSpec<S extends RequestHeadersSpec<S>> extends UriSpec<S>, RequestHeadersSpec<S> {}
            interface ResponseSpec { Mono<org.springframework.http.ResponseEntity<Void>> toBodilessEntity(); }
            interface Mono<T> { T block(); }
        }
        """,
        "class Judge { static final String PHRASE = \"\"; }",
        "package feign; public @interface RequestLine { String value(); }",
        "package org.springframework.cloud.openfeign; public @interface FeignClient { String value(); }"
    };

    @Override
    String[] librariesInSource() {
        return OTHER_CLIENTS;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ok.newCall(new Request.Builder().url(base + \"/v1.1/images/\" + id).delete().build()).execute();",
                "ok.newCall(new Request.Builder().delete().url(HttpUrl.get(base + \"/v1.1/images/\" + id)).build()).execute();",
                "ok.newCall(new Request.Builder().url(base + \"/v1.1/images/\" + id).method(\"DELETE\", null).build()).execute();",
                "Request r = new Request.Builder().url(base + \"/v1.1/images/\" + id).delete().build(); ok.newCall(r).execute();",
                "web.delete().uri(\"/v1.1/images/{id}\", id).retrieve().toBodilessEntity().block();",
                "web.method(HttpMethod.DELETE).uri(\"/v1.1/images/{id}\", id).retrieve().toBodilessEntity().block();",
                "template.exchange(RequestEntity.delete(base + \"/v1.1/images/{id}\", id).build(), Void.class);",
                "template.exchange(RequestEntity.delete(URI.create(base + \"/v1.1/images/\" + id)).build(), Void.class);"
            })
    void aDeleteIsMoved(String call) {
        moves(source(call));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ok.newCall(new Request.Builder().url(base + \"/v1.1/images/\" + id).get().build()).execute();",
                "ok.newCall(new Request.Builder().url(base + \"/v1.1/images/\" + id).build()).execute();",
                "Request.Builder b = new Request.Builder().url(base + \"/v1.1/images/\" + id); ok.newCall(b.delete().build()).execute();",
                "web.get().uri(\"/v1.1/images/{id}\", id).retrieve().toBodilessEntity().block();",
                "template.exchange(RequestEntity.get(base + \"/v1.1/images/{id}\", id).build(), Void.class);"
            })
    void whatIsNotCertainlyADeleteIsLeftAlone(String call) {
        leavesAlone(source(call), "not certain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Request r = new Request.Builder().url(base + \"/v1.1/images/\" + id).delete().build(); ok.newCall(r.newBuilder().get().build());",
                "Request r = new Request.Builder().url(base + \"/v1.1/images/\" + id).delete().build(); System.out.println(r.url());",
                "RequestEntity<?> r = RequestEntity.delete(base + \"/v1.1/images/\" + id).build(); template.getForObject(r.getUrl(), Object.class);"
            })
    void anAddressThatIsTakenFromTheRequestAgainIsLeftAlone(String call) {
        leavesAlone(source(call), "Another request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "code() != 200",
                "message().equals(\"OK\")",
                "message().equalsIgnoreCase(\"ok\")",
                "message() != Judge.PHRASE"
            })
    void whoeverTakes200ForTheOnlySuccessIsLeftAlone(String judged) {
        leavesAlone(
                source(
                        "if (ok.newCall(new Request.Builder().url(base + \"/v1.1/images/\" + id).delete().build()).execute()."
                                + judged + ") throw new IllegalStateException();"),
                "v2 answers 204");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@feign.RequestLine(\"DELETE /v1.1/images/{id}\") void delete(String id);",
                "@DeleteMapping(\"/v1.1/images/{id}\") void delete(String id);",
                "@DeleteMapping(path = {\"/v1.1/images/{id}\"}) void delete(String id);",
                "@DeleteExchange(\"/v1.1/images/{id}\") void delete(String id);"
            })
    void aMethodOfAFeignClientIsMoved(String method) {
        moves(feignClient(method));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@feign.RequestLine(\"GET /v1.1/images/{id}\") void delete(String id);",
                "@GetMapping(\"/v1.1/images/{id}\") void delete(String id);",
                "@DeleteMapping(name = \"v1.1/images\") void delete(String id);",
                "@feign.RequestLine(\"DELETE /v1.1/images/{id}/members/{member}\") void delete(String id, String member);",
                "@DeleteMapping(\"/v1.1/images/{id}/tags/{tag}\") void delete(String id, String tag);",
                "@DeleteExchange(\"/v1.1/images?ids={ids}\") void delete(String ids);",
            })
    void aMethodThatIsNotCertainlyADeleteIsLeftAlone(String method) {
        leavesAlone(feignClient(method), "not certain");
    }

    @Test
    void aMethodThatHandsItsAnswerOnIsLeftAlone() {
        leavesAlone(
                feignClient(
                        "@DeleteMapping(\"/v1.1/images/{id}\") org.springframework.http.ResponseEntity<Void> delete(String id);"),
                "another class");
    }

    @Test
    void whatTheProgramItselfServesIsLeftAlone() {
        leavesAlone("""
                import org.springframework.web.bind.annotation.DeleteMapping;

                class Proxy {
                    @DeleteMapping("/v1.1/images/{id}")
                    void delete(String id) {}
                }
                """, "not certain");
    }

    private static String feignClient(String method) {
        return """
                import org.springframework.cloud.openfeign.FeignClient;
                import org.springframework.web.bind.annotation.DeleteMapping;
                import org.springframework.web.bind.annotation.GetMapping;
                import org.springframework.web.service.annotation.DeleteExchange;

                @FeignClient("images")
                interface Images {
                    %s
                }
                """.formatted(method);
    }

    private static String source(String call) {
        return """
                import java.net.URI;
                import okhttp3.HttpUrl;
                import okhttp3.OkHttpClient;
                import okhttp3.Request;
                import org.springframework.http.HttpMethod;
                import org.springframework.http.RequestEntity;
                import org.springframework.web.client.RestTemplate;
                import org.springframework.web.reactive.function.client.WebClient;

                class Caller {
                    void call(OkHttpClient ok, WebClient web, RestTemplate template, String base, String id) {
                        %s
                    }
                }
                """.formatted(call);
    }
}
