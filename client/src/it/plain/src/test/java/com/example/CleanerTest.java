package com.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.imagesunset.client.Answer;
import dev.imagesunset.client.Deletion;
import dev.imagesunset.client.ImageNotFoundException;
import dev.imagesunset.client.ImageService;
import dev.imagesunset.client.PermissionDeniedException;
import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.testing.ImageServiceStub;
import dev.imagesunset.client.testing.ImageServiceStubExtension;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What needs no server: the stub, and a stand-in of one's own. */
@ExtendWith(ImageServiceStubExtension.class)
class CleanerTest {
    @Test
    void anImageIsDeletedOnce(ImageServiceStub stub, ImageService images) {
        Image image = stub.add(Image.builder().name("nightly").build());
        assertTrue(new Cleaner(images).delete(image.getId().toString()));
        assertFalse(new Cleaner(images).delete(image.getId().toString()));
        assertTrue(stub.isDeleted(image.getId()));
    }

    @Test
    void aProtectedImageIsNot(ImageServiceStub stub, ImageService images) {
        Image image = stub.add(Image.builder()._protected(true).build());
        PermissionDeniedException refused = assertThrows(
                PermissionDeniedException.class,
                () -> new Cleaner(images).delete(image.getId().toString()));
        assertEquals("image-protected", refused.code().orElseThrow());
    }

    @Test
    void aStandInAnswersWhatItLikes() {
        assertTrue(new Cleaner(standIn(Deletion.confirmed(Answer.of(204)))).delete("1"));
        assertFalse(new Cleaner(standIn(new ImageNotFoundException("Deleting image 1", Answer.of(404)))).delete("1"));
    }

    private static ImageService standIn(Object outcome) {
        return (ImageService) Proxy.newProxyInstance(
                ImageService.class.getClassLoader(), new Class<?>[] {ImageService.class}, (proxy, method, arguments) -> {
                    if (outcome instanceof RuntimeException failure) {
                        throw failure;
                    }
                    return outcome;
                });
    }
}
