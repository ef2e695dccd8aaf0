package dev.imagesunset.client.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagesunset.client.ImageChange;
import dev.imagesunset.client.ImageService;
import dev.imagesunset.client.ImageServiceException;
import dev.imagesunset.client.model.Change;
import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.model.NewImage;
import java.time.OffsetDateTime;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stub judges what an image shall be as the server does. */
@ExtendWith(ImageServiceStubExtension.class)
class ChangingInTheStubTest {
    private static final Change RENAMING = ImageChange.replace("name", "new");

    @Test
    void anImageThatIsPublicAlreadyCanBeChanged(ImageServiceStub stub, ImageService images) {
        Image open =
                stub.add(Image.builder().visibility(Image.VisibilityEnum.PUBLIC).build());
        assertThat(images.updateImage(open.getId(), List.of(RENAMING)).getName())
                .isEqualTo("new");
        Image closed = stub.add(Image.builder().build());
        assertRefused(
                403,
                "publishing-not-permitted",
                () -> images.updateImage(closed.getId(), List.of(ImageChange.replace("visibility", "public"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "min_disk", "tags", "visibility", "status"})
    void noPropertyThatEveryImageHasCanBeRemoved(String property, ImageServiceStub stub, ImageService images) {
        Image image = stub.add(Image.builder().name("old").build());
        assertRefused(
                403,
                "property-read-only",
                () -> images.updateImage(image.getId(), List.of(ImageChange.remove(property))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"disk_format", "container_format"})
    void formatsAreChangedOnlyWhileAnImageIsQueued(String format, ImageServiceStub stub, ImageService images) {
        List<Change> changes = List.of(ImageChange.replace(format, "ami"));
        Image queued = images.createImage(NewImage.builder().build());
        assertThat(images.updateImage(queued.getId(), changes).toMap()).containsEntry(format, "ami");
        Image active = stub.add(Image.builder().build());
        assertRefused(403, "property-read-only", () -> images.updateImage(active.getId(), changes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"protected", "min_ram", "visibility", "os_hidden", "tags", "os_distro"})
    void nullIsNoValueOfMostProperties(String property, ImageServiceStub stub, ImageService images) {
        Image image =
                stub.add(Image.builder().putAdditionalProperty("os_distro", "x").build());
        assertRefused(
                400,
                "image-invalid",
                () -> images.updateImage(image.getId(), List.of(ImageChange.replace(property, null))));
    }

    @Test
    void aNameCanBeTakenAway(ImageServiceStub stub, ImageService images) {
        Image image = stub.add(Image.builder().name("old").build());
        assertThat(images.updateImage(image.getId(), List.of(ImageChange.replace("name", null)))
                        .getName())
                .isNull();
    }

    @Test
    void anImageIsNotCreatedWithNullForAValue(ImageService images) {
        assertRefused(
                400,
                "image-invalid",
                () -> images.createImage(NewImage.builder().minDisk(null).build()));
        assertThat(images.createImage(NewImage.builder().name(null).build()).getName())
                .isNull();
    }

    @Test
    void aNewImageIsSharedUnlessItIsToBeOtherwise(ImageService images) {
        assertThat(images.createImage(NewImage.builder().build()).getVisibility())
                .isEqualTo(Image.VisibilityEnum.SHARED);
    }

    @Test
    void aChangeIsTheLatestUpdate(ImageServiceStub stub, ImageService images) {
        OffsetDateTime before = OffsetDateTime.parse("2020-01-01T00:00:00Z");
        Image image =
                stub.add(Image.builder().createdAt(before).updatedAt(before).build());
        Image changed = images.updateImage(image.getId(), List.of(RENAMING));
        assertThat(changed.getCreatedAt()).isEqualTo(before);
        assertThat(changed.getUpdatedAt()).isAfter(before);
        assertThat(stub.image(image.getId())).hasValue(changed);
    }

    private static void assertRefused(int status, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ImageServiceException.class, refused -> {
            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.code()).hasValue(code);
        });
    }
}
