package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallersCompilerTest {
    private static final String CALLER = """
            class Caller {
                void call(dev.imagesunset.client.ImageService images) {
                    try {
                        dev.imagesunset.client.Deletion deletion = images.deleteImageV11("3c3d1d01-b48a-4639-8a88-08be3b9b5d78");
                    } catch (dev.imagesunset.client.ImageNotFoundException e) {
                        throw e;
                    }
                }
            }
            """;

    @Test
    void aPlainCompilerWarnsACaller(@TempDir Path folder) throws IOException {
        assertThat(compile(CALLER, folder))
                .contains(
                        "[removal] deleteImageV11(String) in ImageService has been deprecated and marked for removal");
    }

    @Test
    void movingOnIsOneChangedMethodNameAndSilencesTheCompiler(@TempDir Path folder) throws IOException {
        assertThat(compile(CALLER.replace("deleteImageV11", "deleteImage"), folder))
                .isEmpty();
    }

    private static String compile(String caller, Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("Caller.java"), caller);
        StringWriter said = new StringWriter();
        List<String> options = List.of("-proc:none", "-d", folder.toString());
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjects(source);
            assertThat(compiler.getTask(said, files, null, options, null, sources)
                            .call())
                    .isTrue();
        }
        return said.toString();
    }
}
