package dev.imagesunset.recipes;

import static org.openrewrite.java.Assertions.java;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%sclass Caller { void call(ImageService images, String id) { images.V11(id); } }",
                "/** c */\n%spublic class Caller { void call(ImageService images, String id) { images.V11(id); } }",
                "%senum Caller { A; void call(ImageService images, String id) { images.V11(id); } }",
                "enum Caller { A;\n    %svoid call(ImageService images, String id) { images.V11(id); } }",
                "class Caller { int a;\n    %svoid call(ImageService images, String id) { images.V11(id); } }",
                "class Caller { int a;\n    %spublic void call(ImageService images, String id) { images.V11(id); } }",
                "class Caller { int a;\n    %s// A comment.\n    public void call(ImageService images, String id) { images.V11(id); } }",
                "class Caller { int a;\n    %s<T> void call(ImageService images, String id) { images.V11(id); } }",
                "class Caller { int a;\n    %sCaller(ImageService images) { images.V11(\"1\"); } }",
                "class Caller { int a;\n    @Deprecated\n    %svoid call(ImageService images, String id) { images.V11(id); } }",
                "class Caller { int a;\n    %s@Deprecated\n    void call(ImageService images, String id) { images.V11(id); } }",
                "class Outer { ImageService images;\n    %sprivate static class Caller { void call(ImageService images, String id) { images.V11(id); } } }",
                "class Caller { ImageService images;\n    %sprivate final Runnable call = () -> images.V11(\"1\"); }",
                "class Caller { void call(ImageService images, String id) {\n        %sObject deletion = images.V11(id);\n    } }",
                "class Caller { void call(ImageService images, String id) {\n        %sfinal Object deletion = images.V11(id);\n    } }",
            })
    void nothingElseChangesWhereOneGoes(String code) {
        String imported = "import dev.imagesunset.client.ImageService;\n\n" + code;
        Matcher indented = Pattern.compile("(?m)^( *).*%s").matcher(code);
        String indent = indented.find() ? indented.group(1) : "";
        rewriteRun(java(
                imported.formatted("@SuppressWarnings(\"removal\")\n" + indent).replace("V11", "deleteImageV11"),
                imported.formatted("").replace("V11", "deleteImage")));
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
