package dev.imagesunset.recipes;

import static org.openrewrite.java.Assertions.java;
import static org.openrewrite.test.SourceSpecs.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovingTheClientsCallTest extends RecipeTest {
    @Test
    void theCallIsAnotherAndTheRestStays() {
        rewriteRun(java("""
                import dev.imagesunset.client.Deletion;
                import dev.imagesunset.client.ImageNotFoundException;
                import dev.imagesunset.client.ImageServiceClient;

                class Caller {
                    private final ImageServiceClient images;

                    Caller(ImageServiceClient images) {
                        this.images = images;
                    }

                    // Through v1.1 still.
                    boolean delete(String id) {
                        try {
                            Deletion deletion = images.deleteImageV11( id );
                            return deletion.certainty() == Deletion.Certainty.CONFIRMED;
                        } catch (ImageNotFoundException e) {
                            return false;
                        }
                    }
                }
                """, """
                import dev.imagesunset.client.Deletion;
                import dev.imagesunset.client.ImageNotFoundException;
                import dev.imagesunset.client.ImageServiceClient;

                class Caller {
                    private final ImageServiceClient images;

                    Caller(ImageServiceClient images) {
                        this.images = images;
                    }

                    // Through v1.1 still.
                    boolean delete(String id) {
                        try {
                            Deletion deletion = images.deleteImage( id );
                            return deletion.certainty() == Deletion.Certainty.CONFIRMED;
                        } catch (ImageNotFoundException e) {
                            return false;
                        }
                    }
                }
                """));
    }

    @Test
    void aMethodReferenceIsMovedToo() {
        rewriteRun(java("""
                import dev.imagesunset.client.ImageServiceClient;
                import java.util.List;

                class Caller {
                    void deleteAll(ImageServiceClient images, List<String> ids) {
                        ids.forEach(images::deleteImageV11);
                    }
                }
                """, """
                import dev.imagesunset.client.ImageServiceClient;
                import java.util.List;

                class Caller {
                    void deleteAll(ImageServiceClient images, List<String> ids) {
                        ids.forEach(images::deleteImage);
                    }
                }
                """));
    }

    @Test
    void aRehearsedCallStays() {
        rewriteRun(java("""
                import dev.imagesunset.client.ImageService;

                class Rehearsal {
                    @SuppressWarnings("removal")
                    void nothingIsDeleted(ImageService images, String id) {
                        images.rehearsing().deleteImageV11(id);
                    }
                }
                """));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client.rehearsing()",
                "java.util.Optional.of(client).map(ImageService::rehearsing)",
                "client.rehearse(null)",
                "((dev.imagesunset.client.AsyncImageService) client).rehearseAsync(null)",
                "\"https://ims.example.com/my/rehearsals\""
            })
    void aCallThatIsRehearsedBecauseOfAnotherFileStays(String rehearsing) {
        rewriteRun(java("""
                import dev.imagesunset.client.ImageService;

                class Cleaner {
                    void clean(ImageService images, String id) {
                        images.deleteImageV11(id);
                    }
                }
                """), java("""
                import dev.imagesunset.client.ImageService;

                class Beans {
                    Object images(ImageService client) {
                        return %s;
                    }
                }
                """.formatted(rehearsing)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fun images(client: ImageService) = client.rehearsing()",
                "fun images(client: ImageService?) = client?.let(ImageService::rehearsing)",
                "fun begin(client: ImageService) = client.run { rehearse(NewRehearsal()) }",
                "const val URL = \"https://ims.example.com/my/rehearsals\""
            })
    void aCallThatIsRehearsedBecauseOfAFileThatIsNotJavaStays(String rehearsing) {
        rewriteRun(java("""
                import dev.imagesunset.client.ImageService;

                class Cleaner {
                    void clean(ImageService images, String id) {
                        images.deleteImageV11(id);
                    }
                }
                """), text(rehearsing, spec -> spec.path("Beans.kt")));
    }

    @Test
    void whatOnlySpeaksOfRehearsalsIsNoRehearsal() {
        String calling = """
                import dev.imagesunset.client.ImageService;

                class Cleaner {
                    void clean(ImageService images, String id) {
                        images.deleteImageV11(id);
                    }
                }
                """;
        rewriteRun(
                java(calling, calling.replace("V11", "")),
                text("We rehearsed the end, and will not rehearse it again.", spec -> spec.path("README.md")));
    }

    @Test
    void whatImplementsTheInterfaceHasBothMethodsAlready() {
        rewriteRun(java("""
                import dev.imagesunset.client.Deletion;
                import dev.imagesunset.client.ImageService;

                abstract class Fake implements ImageService {
                    @Override
                    public Deletion deleteImage(String id) {
                        throw new IllegalStateException();
                    }

                    @Override
                    @SuppressWarnings("removal")
                    public Deletion deleteImageV11(String id) {
                        return deleteImage(id);
                    }
                }
                """));
    }

    @Test
    void anOverloadThatAnImplementationAddsStays() {
        String caller = """
                import java.util.UUID;

                class Caller {
                    void call(Dry images, UUID id) {
                        images.deleteImageV11(id, true);
                        images.deleteImageV11Async(id, true);
                        images.deleteImageV11(id);
                        images.deleteImageV11(id.toString());
                        images.deleteImageV11Async(id);
                        images.deleteImageV11Async(id.toString());
                    }
                }
                """;
        rewriteRun(java("""
                import dev.imagesunset.client.AsyncImageService;
                import dev.imagesunset.client.ImageService;

                abstract class Dry implements ImageService, AsyncImageService {
                    void deleteImageV11(java.util.UUID id, boolean isDry) {}

                    void deleteImageV11Async(java.util.UUID id, boolean isDry) {}
                }
                """), java(caller, caller.replaceAll("V11(\\w*\\(id(.toString\\(\\))?\\);)", "$1")));
    }

    @Test
    void aMethodOfTheSameNameThatIsNotTheClientsStays() {
        rewriteRun(java("""
                class Caller {
                    void deleteImageV11(String id) {}

                    void call() {
                        deleteImageV11("1");
                    }
                }
                """));
    }
}
