package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.client.ImageService;
import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.testing.ImageServiceStub;
import dev.imagesunset.client.testing.ImageServiceStubExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stub with JUnit 5, which Spring Boot 3.5 has. */
@ExtendWith(ImageServiceStubExtension.class)
class StubTest {
    @Test
    void anImageIsDeletedWithoutAnyServer(ImageServiceStub stub, ImageService images) {
        Image image = stub.add(Image.builder().name("nightly").build());
        images.deleteImage(image.getId());
        assertThat(stub.isDeleted(image.getId())).isTrue();
    }
}
