package dev.imagesunset.client.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.client.ImageQuery;
import dev.imagesunset.client.ImageService;
import dev.imagesunset.client.model.Image;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ImageServiceStubExtension.class)
class StubInTheConstructorTest {
    private final ImageServiceStub stub;
    private final ImageService images;

    StubInTheConstructorTest(ImageServiceStub stub, ImageService images) {
        this.stub = stub;
        this.images = images;
    }

    @RepeatedTest(2)
    void eachTestHasOneOfItsOwn() {
        Image only = stub.add(Image.builder().build());
        assertThat(images.listImages(ImageQuery.all())).extracting(Image::getId).containsExactly(only.getId());
    }
}
