package dev.imagesunset.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The two ways of docs/client.md to run the recipe; the command for Maven is run as a whole where there is a server. */
class GuideTest {
    @Test
    void gradleIsAskedForTheSameAsMaven() throws IOException {
        String guide = Files.readString(Path.of("..", "..", "docs", "client.md"));
        String maven = block(guide, "mvn org.openrewrite.maven:rewrite-maven-plugin:");
        String gradle = block(guide, "initscript {");

        assertThat(quoted(gradle, "\\*\\*/[^\"]+"))
                .isNotEmpty()
                .containsExactly(maven.replaceAll("(?s).*additionalPlainTextMasks='(.*)'.*", "$1")
                        .split(","));
        assertThat(gradle)
                .contains("activeRecipe(\"" + maven.replaceAll("(?s).*activeRecipes=(\\S+).*", "$1") + "\")")
                .contains("rewrite(\"" + maven.replaceAll("(?s).*recipeArtifactCoordinates=(\\S+).*", "$1") + "\")")
                .contains("exportDatatables = true");
    }

    private static String block(String guide, String start) {
        int from = guide.indexOf("\n" + start);
        assertThat(from).as(start).isPositive();
        return guide.substring(from, guide.indexOf("\n```", from));
    }

    private static List<String> quoted(String text, String form) {
        return Pattern.compile("\"(" + form + ")\"")
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }
}
