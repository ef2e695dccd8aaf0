package dev.imagesunset.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.properties.Assertions.properties;
import static org.openrewrite.test.SourceSpecs.text;
import static org.openrewrite.xml.Assertions.xml;
import static org.openrewrite.yaml.Assertions.yaml;

import org.junit.jupiter.api.Test;

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
}
