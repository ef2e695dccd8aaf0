package dev.imagesunset.client.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagesunset.client.AuthenticationFailedException;
import dev.imagesunset.client.Deletion;
import dev.imagesunset.client.ImageChange;
import dev.imagesunset.client.ImageNotFoundException;
import dev.imagesunset.client.ImageQuery;
import dev.imagesunset.client.ImageService;
import dev.imagesunset.client.InvalidRequestException;
import dev.imagesunset.client.OperationGoneException;
import dev.imagesunset.client.RetryPolicy;
import dev.imagesunset.client.ServiceUnavailableException;
import dev.imagesunset.client.UnexpectedAnswerException;
import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.model.NewImage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What consumers' tests do with the stub. */
@ExtendWith(ImageServiceStubExtension.class)
@SuppressWarnings("removal")
class ImageServiceStubTest {
    private static final Instant START = Instant.parse("2027-06-01T10:00:00Z");

    @Test
    void anImageIsDeletedOnceThroughEitherVersion(ImageServiceStub stub, ImageService images) {
        Image one = stub.add(Image.builder().name("one").build());
        Image other = stub.add(Image.builder().build());
        Deletion deletion = images.deleteImageV11(one.getId());
        assertThat(deletion.deprecation()).hasValueSatisfying(notice -> assertThat(notice.sunset())
                .hasValue(Instant.parse("2027-12-31T00:00:00Z")));
        assertThat(images.deleteImage(other.getId()).deprecation()).isEmpty();
        assertThat(stub.isDeleted(one.getId())).isTrue();
        assertThat(stub.image(one.getId())).isEmpty();
        assertThatThrownBy(() -> images.deleteImage(one.getId())).isInstanceOf(ImageNotFoundException.class);
        assertThat(stub.requests())
                .containsExactly(
                        "DELETE /v1.1/images/" + one.getId(),
                        "DELETE /v2/images/" + other.getId(),
                        "DELETE /v2/images/" + one.getId());
    }

    @Test
    void fromTheSunsetOnV11IsGoneAndV2IsNot(ImageServiceStub stub, ImageService images) {
        UUID id = stub.add(Image.builder().build()).getId();
        stub.at(LocalDate.parse("2028-01-01"));
        assertThatThrownBy(() -> images.deleteImageV11(id))
                .isInstanceOfSatisfying(OperationGoneException.class, gone -> assertThat(gone.isBrownout())
                        .isFalse());
        assertThat(images.deleteImage(id).certainty()).isEqualTo(Deletion.Certainty.CONFIRMED);
    }

    @Test
    void aBrownoutIsAnnouncedAndThenRefuses(ImageServiceStub stub, ImageService images) {
        stub.brownout(START, START.plus(Duration.ofHours(1))).at(START.minusSeconds(1));
        assertThat(images.deleteImageV11(stub.add(Image.builder().build()).getId())
                        .deprecation()
                        .orElseThrow()
                        .nextBrownout())
                .isPresent();
        stub.at(START);
        assertThatThrownBy(() -> images.deleteImageV11(UUID.randomUUID()))
                .isInstanceOfSatisfying(OperationGoneException.class, gone -> assertThat(gone.until())
                        .hasValue(START.plus(Duration.ofHours(1))));
    }

    @Test
    void anUnavailableServiceComesBack(ImageServiceStub stub) {
        UUID id = stub.add(Image.builder().build()).getId();
        try (ImageService images =
                stub.clientBuilder().retries(RetryPolicy.none()).build()) {
            stub.unavailable();
            assertThatThrownBy(() -> images.showImage(id)).isInstanceOf(ServiceUnavailableException.class);
            stub.available();
            assertThat(images.showImage(id).getId()).isEqualTo(id);
        }
    }

    @Test
    void aTokenCanBeRefused(ImageServiceStub stub, ImageService images) {
        stub.acceptOnly("another");
        assertThatThrownBy(() -> images.showImage(UUID.randomUUID())).isInstanceOf(AuthenticationFailedException.class);
        stub.reset();
        assertThatThrownBy(() -> images.showImage(UUID.randomUUID())).isInstanceOf(ImageNotFoundException.class);
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void imagesAreCreatedChangedAndListedPageByPage(ImageServiceStub stub, ImageService images) {
        Image created = images.createImage(NewImage.builder()
                .name("new")
                .minDisk(3)
                .putAdditionalProperty("os_distro", "debian")
                .build());
        assertThat(created.getStatus()).isEqualTo(Image.StatusEnum.QUEUED);
        Image changed = images.updateImage(
                created.getId(), List.of(ImageChange.replace("name", "old"), ImageChange.remove("os_distro")));
        assertThat(changed.getName()).isEqualTo("old");
        assertThat(changed.getAdditionalProperties()).isEmpty();
        IntStream.range(0, 60)
                .forEach(number -> stub.add(Image.builder().name("one of many").build()));
        assertThat(images.listImages(ImageQuery.all().withName("one of many"))).hasSize(60);
        assertThat(images.listImages(ImageQuery.all().ascendingBy(ImageQuery.SortKey.NAME))
                        .findFirst())
                .hasValue(changed);
    }

    @Test
    void whatIsWrongIsRefusedAndNeverAFault(ImageServiceStub stub, ImageService images) {
        assertThatThrownBy(() -> images.deleteImage("1")).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> images.createImage(NewImage.builder().id("x").build()))
                .isInstanceOf(InvalidRequestException.class);
        URI elsewhere = URI.create(stub.endpoint() + "/elsewhere");
        try (ImageService lost = dev.imagesunset.client.ImageServiceClient.builder(elsewhere)
                .token("a-token")
                .build()) {
            assertThatThrownBy(() -> lost.deleteImage(UUID.randomUUID())).isInstanceOf(UnexpectedAnswerException.class);
        }
    }
}
