package dev.imagesunset.recipes;

import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.test.SourceSpecs.text;
import static org.openrewrite.yaml.Assertions.yaml;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovingJdkRequestsTest extends RecipeTest {
    private static final String JUDGE = """
            package other;

            public class Judge {
                public Judge(int status) {}

                public void check(int status) {}

                public void check(String status) {}

                public int expected() {
                    return 200;
                }
            }
            """;
    private static final String EXPECTED = """
            package other;

            public class Expected {
                public static final int SUCCESS = 200;
                public static final String TEXT = "200";
                public static final java.util.Set<Integer> SUCCESSES = java.util.Set.of(200);
            }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "URI.create(base + \"/v1.1/images/\" + id)",
                "URI.create((base + (\"/v1.1/images/\" + id)))",
                "URI.create(\"http://localhost:8080/v1.1/images/\" + id)",
                "URI.create(\"%s/v1.1/images/%s\".formatted(base, id))",
                "URI.create(String.format(\"%s/v1.1/images/%s\", base, id))",
                "URI.create(base).resolve(\"/v1.1/images/\" + id)",
                "URI.create(base + \"/v1.1/images/{id}\".replace(\"{id}\", id))",
                "URI.create(base.concat(\"/v1.1/images/\").concat(id))",
                "new URI(base + \"/v1.1/images/\" + id)",
                "new URI(\"http\", base, \"/v1.1/images/\" + id, null)",
                "URI.create(base + \"/v1.1/images\" + \"/\" + id)",
                "URI.create(base + \"/v1.1/images/\").resolve(id)",
                "URI.create(base + \"/v1.1/images/\" + java.net.URLEncoder.encode(id, \"UTF-8\"))",
                "URI.create(base + \"/v1.1/images/ID\".replace(\"ID\", id))",
            })
    void anAddressIsMovedHoweverItIsPutTogether(String address) {
        moves(source("""
                void delete(String base, String id) throws Exception {
                    HttpRequest request = HttpRequest.newBuilder(%s).header("X-Auth-Token", "t").DELETE().build();
                    http.send(request, BodyHandlers.discarding());
                }
                """.formatted(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HttpRequest.newBuilder().uri(uri).DELETE().build()",
                "HttpRequest.newBuilder().DELETE().uri(uri).build()",
                "HttpRequest.newBuilder(uri).method(\"DELETE\", HttpRequest.BodyPublishers.noBody()).build()"
            })
    void aDeleteIsRecognizedHoweverItIsBuilt(String request) {
        moves(source("""
                void delete(String base, String id) throws Exception {
                    URI uri = URI.create(base + "/v1.1/images/" + id);
                    http.send(%s, BodyHandlers.discarding());
                }
                """.formatted(request)));
    }

    @Test
    void aDeleteThatAnotherFileMayRehearseIsLeftAlone() {
        String deleting = source("""
                void delete(URI base, String id) throws Exception {
                    URI uri = base.resolve("/v1.1/images/" + id);
                    http.send(HttpRequest.newBuilder(uri).DELETE().build(), BodyHandlers.discarding());
                }
                """);
        moves(deleting);
        for (String header : List.of("Sunset-Rehearsal", "sunset-rehearsal")) {
            rewriteRun(java(deleting), java("interface Headers { String REHEARSAL = \"" + header + "\"; }"));
            rewriteRun(java(deleting), properties("headers." + header + "=true"));
            rewriteRun(java(deleting), yaml("headers:\n  - " + header + ": true"));
            rewriteRun(java(deleting), text("const val HEADER = \"" + header + "\"", spec -> spec.path("Headers.kt")));
        }
    }

    @Test
    void aRehearsedDeleteIsLeftAlone() {
        leavesAlone(source("""
                        void rehearse(String base, String id) throws Exception {
                            HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/v1.1/images/" + id))
                                    .header("sunset-rehearsal", "true").DELETE().build();
                            http.send(request, BodyHandlers.discarding());
                        }
                        """), "v2 has no rehearsals");
    }

    @Test
    void aPrivateConstantIsFollowedAndSoIsAPrivateMethod() {
        moves(source("""
                private static final String IMAGES = "/v1.1/images/";

                private URI uri(String base, String id) {
                    return URI.create(base + Caller.IMAGES + id);
                }

                boolean delete(String base, String id) throws Exception {
                    HttpRequest request = HttpRequest.newBuilder(uri(base, id)).DELETE().build();
                    return http.send(request, BodyHandlers.discarding()).statusCode() == 204;
                }
                """));
    }

    @Test
    void aTextBlockIsMovedToo() {
        moves(source("""
                void delete(String id) throws Exception {
                    URI uri = URI.create(\"""
                            http://localhost:8080/v1.1/images/%s\""".formatted(id));
                    http.send(HttpRequest.newBuilder(uri).DELETE().build(), BodyHandlers.discarding());
                }
                """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status != 204",
                "status != 200 && status != 204",
                "status / 100 != 2",
                "status < 200 || status >= 300",
                "200 > status || 299 < status",
                "status <= 204",
                "status > 204 && status != 404",
                "status / 100L != 2",
                "status % 2 != 0",
                "!Integer.toString(status).startsWith(\"2\")",
                "!Integer.toString(status).matches(\"20[04]\")",
                "!java.util.Set.of(\"200\", \"204\").contains(\"\" + status)",
                "!(true & status / 100 == 2)",
                "status != HttpURLConnection.HTTP_OK && status != HttpURLConnection.HTTP_NO_CONTENT"
            })
    void anAnswerThatIsTakenAsV2GivesItIsNoObstacle(String failed) {
        moves(source("""
                void delete(String base, String id) throws Exception {
                    URI uri = URI.create(base + "/v1.1/images/" + id);
                    int status = http.send(HttpRequest.newBuilder(uri).DELETE().build(), BodyHandlers.discarding()).statusCode();
                    if (%s) {
                        throw new IllegalStateException("status " + status);
                    }
                }
                """.formatted(failed)));
    }

    @Test
    void whatAnotherMethodThinksOf200IsNoObstacle() {
        moves(source("""
                void delete(String base, String id) throws Exception {
                    URI uri = URI.create(base + "/v1.1/images/" + id);
                    send(HttpRequest.newBuilder(uri).DELETE().build());
                }

                void list(String base) throws Exception {
                    URI uri = URI.create(base + "/v2/images");
                    if (send(HttpRequest.newBuilder(uri).GET().build()) != 200) {
                        throw new IllegalStateException();
                    }
                }

                private int send(HttpRequest request) throws Exception {
                    return http.send(request, BodyHandlers.discarding()).statusCode();
                }
                """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status == 200",
                "status == HttpURLConnection.HTTP_OK",
                "status == 200 || status == 202",
                "!(status > 200)",
                "status <= 200",
                "status >= 200 && status < 202",
                "status < 204",
                "203 > status",
                "!(status >= 201)",
                "!(204 <= status)",
                "Integer.valueOf(200).equals(status)",
                "status == 200L",
                "status == 200.0",
                "status < 201L",
                "status % 100 == 0",
                "status / 100.0 == 2",
                "status / 4 == 50",
                "(status & 4) == 0",
                "status >> 2 == 50",
                "status % id.length() == 0",
                "(status %= 100) == 0",
                "Math.floorMod(status, 100) == 0",
                "String.valueOf(status).equals(\"200\")",
                "(\"\" + status).equals(\"200\")",
                "(\"HTTP \" + status).equals(\"HTTP 200\")",
                "java.util.Set.of(\"200\", \"202\").contains(Integer.toString(status))",
                "Integer.toString(status).endsWith(\"00\")",
                "Integer.toString(status).matches(\"20[0-3]\")"
            })
    void whoeverTakes200ForTheOnlySuccessIsLeftAlone(String succeeded) {
        leavesAlone(source("""
                boolean delete(String base, String id) throws Exception {
                    URI uri = URI.create(base + "/v1.1/images/" + id);
                    int status = send(HttpRequest.newBuilder(uri).DELETE().build());
                    return %s;
                }

                private int send(HttpRequest request) throws Exception {
                    return http.send(request, BodyHandlers.discarding()).statusCode();
                }
                """.formatted(succeeded)), "v2 answers 204");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boolean succeeded() { return status == 200; }",
                "boolean succeeded() { return is(status); } private boolean is(int status) { return status == 200; }",
                "boolean succeeded() { return last() == 200; } private int last() { return this.status; }",
                "boolean succeeded() { return answer.statusCode() == 200; }",
                "boolean succeeded() { return copy == 200; } void copy() { copy = status; }",
                "private String text; boolean succeeded() { return text.equals(\"200\"); } void copy() { text = \"\" + status; }"
            })
    void whoeverTakes200ForTheOnlySuccessWhenTheAnswerWasKeptIsLeftAlone(String judging) {
        leavesAlone(source(keeping("private") + judging), "v2 answers 204");
    }

    @ParameterizedTest
    @ValueSource(strings = {"int status() { return status; }", "Object answer() { return answer; }"})
    void aKeptAnswerThatOtherClassesAreGivenIsLeftAlone(String getter) {
        leavesAlone(source(keeping("private") + getter), "judged by another class");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "protected", "public volatile"})
    void anAnswerThatIsKeptWhereOtherClassesSeeItIsLeftAlone(String access) {
        leavesAlone(source(keeping(access)), "judged by another class");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boolean succeeded() { return status == 204; }",
                "private int last() { return status; }",
                "void forget() { status = 0; }",
                "boolean isLong(String text) { return text.length() == 200; }"
            })
    void aKeptAnswerThatIsTakenAsV2GivesItIsNoObstacle(String judging) {
        moves(source(keeping("private") + judging));
    }

    private static String keeping(String access) {
        return """
                %1$s int status;
                %1$s HttpResponse<Void> answer;
                private int copy;

                void delete(URI base, String id) throws Exception {
                    URI uri = base.resolve("/v1.1/images/" + id);
                    answer = http.send(HttpRequest.newBuilder(uri).DELETE().build(), BodyHandlers.discarding());
                    this.status = answer.statusCode();
                }

                """.formatted(access);
    }

    @Test
    void whoeverTakes200ForTheOnlySuccessInAnotherMethodOrAConstantIsLeftAlone() {
        leavesAlone(source("""
                private static final int SUCCESS = 200;

                void delete(String base, String id) throws Exception {
                    URI uri = URI.create(base + "/v1.1/images/" + id);
                    check(http.send(HttpRequest.newBuilder(uri).DELETE().build(), BodyHandlers.discarding()).statusCode());
                }

                private void check(int status) {
                    if (status != SUCCESS) {
                        throw new IllegalStateException();
                    }
                }
                """), "v2 answers 204");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return response.statusCode() == other.Expected.SUCCESS;",
                "return response.statusCode() == success;",
                "return this.success != response.statusCode();",
                "return response.statusCode() == judge.expected();",
                "int status = response.statusCode(); return Integer.valueOf(status).equals(judge.expected());",
                "return other.Expected.SUCCESSES.contains(response.statusCode());",
                "return Outcome.DELETED.is(response.statusCode());",
                "return java.util.Objects.equals(response.statusCode(), judge.expected());",
                "return String.valueOf(response.statusCode()).equals(other.Expected.TEXT);",
                "return other.Expected.TEXT.equalsIgnoreCase(\"\" + response.statusCode());",
                "return switch (\"\" + response.statusCode()) { case other.Expected.TEXT -> true; default -> false; };",
                "return switch (response.statusCode()) { case other.Expected.SUCCESS -> true; default -> false; };"
            })
    void aStatusThatIsComparedWithWhatStandsElsewhereIsLeftAlone(String compared) {
        String source = source("""
                private final int success;

                Caller(int success) {
                    this.success = success;
                }

                enum Outcome {
                    DELETED(other.Expected.SUCCESS);

                    private final int status;

                    Outcome(int status) {
                        this.status = status;
                    }

                    boolean is(int status) {
                        return status == this.status;
                    }
                }

                boolean delete(other.Judge judge, URI base, String id) throws Exception {
                    HttpRequest request = HttpRequest.newBuilder(base.resolve("/v1.1/images/" + id)).DELETE().build();
                    var response = http.send(request, BodyHandlers.discarding());
                    %s
                }
                """.formatted(compared));
        rewriteRun(java(JUDGE), java(EXPECTED), java(source));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "response.statusCode() == NO_CONTENT",
                "response.statusCode() != HttpURLConnection.HTTP_NOT_FOUND",
                "response.statusCode() / 100 == 2 && tries == 1"
            })
    void aStatusThatIsComparedWithWhatIsKnownIsNoObstacle(String succeeded) {
        moves(source("""
                private static final int NO_CONTENT = 204;

                boolean delete(URI base, String id, int tries) throws Exception {
                    HttpRequest request = HttpRequest.newBuilder(base.resolve("/v1.1/images/" + id)).DELETE().build();
                    var response = http.send(request, BodyHandlers.discarding());
                    return %s;
                }
                """.formatted(succeeded)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "judge.check(response.statusCode());",
                "judge.check(String.valueOf(response.statusCode()));",
                "judge.check((response.statusCode() + \"\"));",
                "int status = response.statusCode(); judge.check(status);",
                "new other.Judge(response.statusCode());",
                "callback.accept(response.statusCode());"
            })
    void aStatusThatAnotherClassJudgesIsLeftAloneUnless204IsExpected(String judged) {
        String source = source("""
                void delete(other.Judge judge, java.util.function.IntConsumer callback, URI base, String id) throws Exception {
                    HttpRequest request = HttpRequest.newBuilder(base.resolve("/v1.1/images/" + id)).DELETE().build();
                    var response = http.send(request, BodyHandlers.discarding());
                    %s
                }
                """.formatted(judged));
        String expecting = source.replace("throws Exception {", "throws Exception { int expected = 204;");
        rewriteRun(java(JUDGE), java(source));
        rewriteRun(java(JUDGE), java(expecting, expecting.replace("v1.1", "v2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"int", "java.net.http.HttpResponse<Void>", "HttpRequest", "Object"})
    void anAnswerThatOtherClassesJudgeIsLeftAlone(String type) {
        String result =
                switch (type) {
                    case "int" -> "http.send(request, BodyHandlers.discarding()).statusCode()";
                    case "HttpRequest" -> "request";
                    default -> "http.send(request, BodyHandlers.discarding())";
                };
        leavesAlone(source("""
                %s delete(String base, String id) throws Exception {
                    URI uri = URI.create(base + "/v1.1/images/" + id);
                    HttpRequest request = HttpRequest.newBuilder(uri).DELETE().build();
                    return %s;
                }
                """.formatted(type, result)), "judged by another class");
    }

    @Test
    void aRequestThatIsHandedOnIsLeftAlone() {
        rewriteRun(java("""
                package other;

                public class Sender {
                    public void send(java.net.http.HttpRequest request) {}
                }
                """), java(source("""
                void delete(other.Sender sender, String base, String id) {
                    sender.send(HttpRequest.newBuilder(URI.create(base + "/v1.1/images/" + id)).DELETE().build());
                }
                """)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http.send(HttpRequest.newBuilder(request, (name, value) -> true).GET().build(), BodyHandlers.discarding());",
                "http.send(HttpRequest.newBuilder(request.uri()).build(), BodyHandlers.discarding());",
                "http.send(HttpRequest.newBuilder(response.uri()).build(), BodyHandlers.discarding());",
                "http.send(HttpRequest.newBuilder(response.request().uri()).build(), BodyHandlers.discarding());",
                "java.util.Optional.of(request).map(HttpRequest::uri).ifPresent(this::show);",
                "show(request);"
            })
    void anAddressThatIsTakenFromTheRequestAgainIsLeftAlone(String taking) {
        leavesAlone(source("""
                void delete(URI base, String id) throws Exception {
                    HttpRequest request = HttpRequest.newBuilder(base.resolve("/v1.1/images/" + id)).DELETE().build();
                    HttpResponse<Void> response = http.send(request, BodyHandlers.discarding());
                    %s
                }

                private void show(HttpRequest request) {
                    show(request.uri());
                }

                private void show(URI uri) {}
                """.formatted(taking)), "Another request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HttpRequest.newBuilder(uri).GET().build()",
                "HttpRequest.newBuilder(uri).build()",
                "HttpRequest.newBuilder(uri).DELETE().GET().build()",
                "HttpRequest.newBuilder(uri).method(\"HEAD\", HttpRequest.BodyPublishers.noBody()).build()",
                "HttpRequest.newBuilder(uri).method(id, HttpRequest.BodyPublishers.noBody()).build()"
            })
    void anotherMethodThanDeleteIsLeftAlone(String request) {
        leavesAlone(source("""
                void call(String base, String id) throws Exception {
                    URI uri = URI.create(base + "/v1.1/images/" + id);
                    http.send(%s, BodyHandlers.discarding());
                }
                """.formatted(request)), "not certain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "base + \"/v1.1/images/\" + id + \"/members/\" + id",
                "base + \"/v1.1/images/\" + id + MEMBERS",
                "base + \"/v1.1/images?ids=\" + id",
                "base + \"/v1.1/images/?ids=\" + id",
                "base + \"/v1.1/images\" + id",
                "base + \"/v1.1/images\"",
                "base + \"/v1.1/images/\" + id + '/' + id",
                "base + \"/v1.1/images/\" + \"%s/tags\".formatted(id)",
                "\"%s/v1.1/images/%s/tags\".formatted(base, id)",
                "\"%s/v1.1/images/%s\".formatted(base, id + \"/tags\")",
                "String.format(\"%s%s%s\", base, \"/v1.1/images/\", id)",
                "base.concat(\"/v1.1/images/\").concat(id).concat(\"/tags\")",
                "base + \"/v1.1/images/{id}/tags\".replace(\"{id}\", id)",
                "base + \"/v1.1/images/{id}\".replace(\"{id}\", id + \"/tags\")",
                "(base + \"/v1.1/images/\" + id).replace(\"/v1.1/\", \"/v2/\")",
                "(base + \"/v1.1/images/\" + id).replace(\"v1.1\", id)",
                "(base + \"/v1.1/images/\" + id).replace('1', '2')",
                "(base + \"/v1.1/images/\" + id).replace(id, \"\")",
                "base + \"?see=/v1.1/images/\" + id",
                "base + \"?see=\" + \"/v1.1/images/\" + id",
                "URI.create(base + \"/v1.1/images/\").resolve(\"../flavors/\" + id).toString()",
                "URI.create(base + \"/v1.1/images/\").resolve(\"/\" + id).toString()",
                "URI.create(base + \"/v1.1/images/1\").resolve(id).toString()",
                "new URI(\"http\", base, \"/v1.1/images/\" + id, id, null).toString()",
            })
    void whatIsNotTheAddressOfAnImageIsLeftAlone(String address) {
        leavesAlone(source("""
                private static final String MEMBERS = "/members";

                void delete(String base, String id) throws Exception {
                    URI uri = URI.create(%s);
                    http.send(HttpRequest.newBuilder(uri).DELETE().build(), BodyHandlers.discarding());
                }
                """.formatted(address)), "not certain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static final String IMAGES = \"/v1.1/images/\";",
                "public static final String IMAGES = \"/v1.1/images/\";",
                "private static final String IMAGES = \"/v1.1/images/\"; void log() { System.out.println(IMAGES); }",
                "private static final String IMAGES = \"/v1.1/images/\"; void use(java.util.function.UnaryOperator<String> o) { o.apply(this.IMAGES); }",
                "private static String IMAGES = \"/v1.1/images/\"; void set(String path) { IMAGES = path; }"
            })
    void aConstantThatSomethingElseMayUseIsLeftAlone(String constant) {
        leavesAlone(source(constant + """

                void delete(String base, String id) throws Exception {
                    URI uri = URI.create(base + IMAGES + id);
                    http.send(HttpRequest.newBuilder(uri).DELETE().build(), BodyHandlers.discarding());
                }
                """), "not certain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1.10/images/",
                "/v1.1/images-of-others/",
                "/v1.1/flavors/",
                "/xv1.1/images/",
                "/v1.1/",
                "v1x1/images"
            })
    void anotherPathIsNotEvenListed(String path) {
        rewriteRun(java(source("""
                void delete(String base, String id) throws Exception {
                    URI uri = URI.create(base + "%s" + id);
                    http.send(HttpRequest.newBuilder(uri).DELETE().build(), BodyHandlers.discarding());
                }
                """.formatted(path))));
    }

    private static String source(String members) {
        return """
                import java.net.HttpURLConnection;
                import java.net.URI;
                import java.net.http.HttpClient;
                import java.net.http.HttpRequest;
                import java.net.http.HttpResponse;
                import java.net.http.HttpResponse.BodyHandlers;

                class Caller {
                    private final HttpClient http = HttpClient.newHttpClient();

                %s}
                """.formatted(members.indent(4));
    }
}
