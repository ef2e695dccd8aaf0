package dev.imagesunset.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.openrewrite.java.JavaParser;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/** Runs the recipe that docs/client.md names, on sources that are compiled against the real classes. */
@Execution(ExecutionMode.CONCURRENT)
abstract class RecipeTest implements RewriteTest {
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
        }
        """,
        "package okhttp3; public class RequestBody {}",
        "package okhttp3; public class HttpUrl { public static HttpUrl get(String url) { return null; } }",
        "package okhttp3; public class Response { public int code() { return 0; } }",
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
        "package feign; public @interface RequestLine { String value(); }",
        "package org.springframework.cloud.openfeign; public @interface FeignClient { String value(); }"
    };

    private static final List<Path> CLASSES = JavaParser.runtimeClasspath().stream()
            .filter(path -> path.toString().replace('\\', '/').contains("client/target/")
                    || path.toString().contains("springframework"))
            .toList();

    @Override
    public void defaults(RecipeSpec spec) {
        spec.recipeFromResource("/META-INF/rewrite/move-to-v2.yml", "dev.imagesunset.recipes.MoveToV2")
                .parser(JavaParser.fromJavaVersion().classpath(CLASSES).dependsOn(OTHER_CLIENTS));
    }

    /** That the path moves, all of them in the source, and nothing else changes. */
    final void moves(String source) {
        rewriteRun(java(source, source.replace("v1.1/images", "v2/images")));
    }

    /** That the source stays as it is, and its path is listed with a reason. */
    final void leavesAlone(String source, String why) {
        rewriteRun(
                spec -> spec.dataTable(
                        PathsLeftAlone.Row.class,
                        rows -> assertThat(rows).isNotEmpty().allSatisfy(row -> {
                            assertThat(row.text()).contains("v1.1/images");
                            assertThat(row.why()).contains(why);
                            assertThat(row.file()).endsWith(".java");
                            assertThat(source.lines().skip(row.line() - 1).findFirst())
                                    .hasValueSatisfying(
                                            line -> assertThat(line.strip()).isEqualTo(row.text()));
                        })),
                java(source));
    }
}
