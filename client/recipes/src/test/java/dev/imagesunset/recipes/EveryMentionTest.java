package dev.imagesunset.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.test.SourceSpecs.text;
import static org.openrewrite.xml.Assertions.xml;
import static org.openrewrite.yaml.Assertions.yaml;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openrewrite.test.RecipeSpec;

class EveryMentionTest extends RecipeTest {
    @Test
    void everyMentionThatIsLeftHasItsFileItsLineAndTheReason() {
        rewriteRun(
                spec -> spec.dataTable(PathsLeftAlone.Row.class, rows -> assertThat(rows)
                        .extracting(row -> row.file() + ":" + row.line() + " " + row.why())
                        .containsExactlyInAnyOrder(
                                "Caller.java:1 It is in a comment.",
                                "Caller.java:3 It is not certain that only deletes use it.",
                                "Caller.java:7 It is in a comment.",
                                "application.yml:2 Only Java is changed. See whether this is a delete.",
                                "a.properties:1 Only Java is changed. See whether this is a delete.",
                                "a.xml:1 Only Java is changed. See whether this is a delete.",
                                "delete.sh:3 Only Java is changed. See whether this is a delete.")),
                java("""
                        // DELETE /v1.1/images/1
                        class Caller {
                            static final String PATH = "/v1.1/images/";

                            void delete(org.springframework.web.client.RestTemplate template) {
                                template.delete("http://ims/v1.1/images/1");
                                /* not /v1.1/images/2 */
                            }
                        }
                        """, """
                        // DELETE /v1.1/images/1
                        class Caller {
                            static final String PATH = "/v1.1/images/";

                            void delete(org.springframework.web.client.RestTemplate template) {
                                template.delete("http://ims/v2/images/1");
                                /* not /v1.1/images/2 */
                            }
                        }
                        """, spec -> spec.path("Caller.java")),
                yaml("images:\n  path: /v1.1/images/{id}\n", spec -> spec.path("application.yml")),
                properties("images=http://ims/v1.1/images\n", spec -> spec.path("a.properties")),
                xml("<a href=\"/v1.1/images/1\"/>\n", spec -> spec.path("a.xml")),
                text("#!/bin/sh\n\ncurl -X DELETE $IMS/v1.1/images/$1\n", spec -> spec.path("delete.sh")),
                text("/v1.1/imagesque and xv1.1/images\n", spec -> spec.path("other.txt")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return \"/v1.1\" + \"/images/\" + id;",
                "return \"/v1.1/\" + kind + id; } String kind = \"images/\"; {",
                "return String.format(\"/%s/images/%s\", \"v1.1\", id);",
                "return String.format(\"/v1.1/%s/%s\", \"images\", id);",
                "return builder.pathSegment(\"v1.1\", \"images\", id).toUriString();",
                "String version = \"/v1.1\";\n return version + \"/images/\" + id;"
            })
    void aPathInPiecesIsListedWhereItsVersionStands(String made) {
        rewriteRun(lists("Caller.java:3 It may be a piece of the path."), java("""
                class Caller {
                    String path(String id, org.springframework.web.util.UriComponentsBuilder builder) {
                        %s
                    }
                }
                """.formatted(made)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "images.deleteImageV11(id)",
                "ids.map(images::deleteImageV11Async)",
                "\"/v1.1\" + \"/images/\"",
                "\"/$version/images/\" + \"v1.1\""
            })
    void whatKotlinCallsIsListed(String call) {
        rewriteRun(
                lists("a.kt:2 Only Java is changed. See whether this is a delete."),
                text("// Kotlin\n" + call, spec -> spec.path("a.kt")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"/v1.1/\" + \"flavors\" + \"/v2/images/\"",
                "\"/v1.1/flavors\" + \"/images/\"",
                "\"/v1.1/\" + \"Two images.\"",
                "\"registry:v1.1\" + \"images\"",
                "\"v1.1.3\" + \"images\"",
                "deleteImageV11s()"
            })
    void anotherVersionOrOtherImagesAreNotEvenListed(String text) {
        rewriteRun(lists(), text(text, spec -> spec.path("a.kt")));
    }

    private static Consumer<RecipeSpec> lists(String... mentions) {
        return spec -> spec.afterRecipe(run -> assertThat(run.getDataTableRows(PathsLeftAlone.class))
                .extracting(row -> row.file() + ":" + row.line() + " " + row.why())
                .containsExactly(mentions));
    }
}
