package dev.imagesunset.recipes;

import static org.openrewrite.java.Assertions.java;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionsTest extends RecipeTest {
    @ParameterizedTest
    @ValueSource(strings = {"\"deprecation\"", "\"removal\"", "{\"deprecation\", \"removal\"}"})
    void oneThatOnlyTheMovedCallNeededGoes(String words) {
        rewriteRun(java(
                source("    @SuppressWarnings(" + words + ")\n", "deleteImageV11", ""), source("", "deleteImage", "")));
    }

    @Test
    void aWordThatSomethingElseNeedsStays() {
        rewriteRun(java(
                source("    @SuppressWarnings({\"removal\", \"unused\"})\n", "deleteImageV11", ""),
                source("    @SuppressWarnings({\"unused\"})\n", "deleteImage", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"new java.util.Date(1, 2, 3);", "Thread.currentThread().stop();", "old();"})
    void oneThatAnotherUseNeedsStays(String use) {
        String suppression = "    @SuppressWarnings(\"deprecation\")\n";
        rewriteRun(java(source(suppression, "deleteImageV11", use), source(suppression, "deleteImage", use)));
    }

    @Test
    void oneWithoutACallOfTheClientStays() {
        rewriteRun(java("""
                class Caller {
                    @SuppressWarnings("deprecation")
                    void call() {}
                }
                """));
    }

    private static String source(String suppression, String method, String more) {
        return """
                import dev.imagesunset.client.ImageService;

                class Caller {
                %s    void call(ImageService images, String id) {
                        images.%s(id);
                        %s
                    }

                    @Deprecated
                    void old() {}
                }
                """.formatted(suppression, method, more);
    }
}
