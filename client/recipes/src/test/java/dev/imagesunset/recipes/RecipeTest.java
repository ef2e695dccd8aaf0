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
    private static final List<Path> CLASSES = JavaParser.runtimeClasspath().stream()
            .filter(path -> path.toString().replace('\\', '/').contains("client/target/")
                    || path.toString().contains("springframework"))
            .toList();

    @Override
    public void defaults(RecipeSpec spec) {
        spec.recipeFromResource("/META-INF/rewrite/move-to-v2.yml", "dev.imagesunset.recipes.MoveToV2")
                .parser(JavaParser.fromJavaVersion().classpath(CLASSES).dependsOn(librariesInSource()));
    }

    /** What the sources of the tests use besides. */
    String[] librariesInSource() {
        return new String[0];
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
