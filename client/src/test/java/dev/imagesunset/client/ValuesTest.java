package dev.imagesunset.client;

import static dev.imagesunset.client.ServedImages.ID;
import static dev.imagesunset.client.ServedImages.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.model.NewImage;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a program's own tests can make of this client's types. */
class ValuesTest {
    private static final Instant SUNSET = Instant.parse("2027-12-31T00:00:00Z");

    @Test
    void aDeletionIsAValue() {
        Answer answer = Answer.of(204).withRequestId("req-1");
        assertThat(Deletion.confirmed(answer))
                .isEqualTo(new Deletion(
                        Deletion.Certainty.CONFIRMED, Answer.of(204).withRequestId("req-1")))
                .isNotEqualTo(Deletion.byAnEarlierTry(answer));
        assertThat(Deletion.confirmed(answer).requestId()).hasValue("req-1");
    }

    @Test
    void aNoticeIsAValue() {
        Brownout brownout = new Brownout(SUNSET.minusSeconds(7200), SUNSET.minusSeconds(3600));
        DeprecationNotice notice = DeprecationNotice.of(null, SUNSET)
                .withNextBrownout(brownout)
                .withSuccessor(URI.create("https://ims.example.com/v2/images/1"));
        Deletion deletion = Deletion.confirmed(Answer.of(204).withDeprecation(notice));
        assertThat(deletion.deprecation()).hasValue(notice);
        assertThat(notice.sunset()).hasValue(SUNSET);
        assertThat(notice.nextBrownout()).hasValue(brownout);
        assertThat(notice.withSuccessor(URI.create("https://b"))).isNotEqualTo(notice);
    }

    @Test
    void everyExceptionCanBeMade() {
        Answer refusal = Answer.of(403).withCode("image-protected").withRequestId("req-1");
        PermissionDeniedException denied = new PermissionDeniedException("Deleting image 1", refusal);
        assertThat(denied).hasMessage("Deleting image 1 was answered with 403 (image-protected) [req-1]");
        assertThat(denied.code()).hasValue("image-protected");
        assertThat(denied.requestId()).hasValue("req-1");
        assertThat(new NoAnswerException("Deleting image 1", new ConnectException("refused")))
                .hasMessageContaining("Deleting image 1 had no answer after 1 try: ");
        assertThat(new NoTokenException("A call", "it is late", new IOException()))
                .hasMessageContaining("it is late");
        Answer brownout = Answer.of(410).withCode("brownout").withRetryAfter(Duration.ofMinutes(5));
        OperationGoneException gone = new OperationGoneException("Deleting image 1 (v1.1)", brownout);
        assertThat(gone.isBrownout()).isTrue();
        assertThat(gone.until()).isPresent();
    }

    @Test
    void anExceptionIsChosenByItsStatusAsTheClientChoosesIt() {
        assertThat(ImageServiceException.of("A call", Answer.of(404))).isInstanceOf(ImageNotFoundException.class);
        assertThat(ImageServiceException.of("A call", Answer.of(503))).isInstanceOf(ServiceUnavailableException.class);
        assertThat(ImageServiceException.of("A call", Answer.of(418))).isInstanceOf(UnexpectedAnswerException.class);
    }

    @Test
    void anImageIsAValueThatNobodyChanges() {
        List<String> tags = new ArrayList<>(List.of("a"));
        Image image = Image.builder()
                .id(UUID.fromString(ID))
                .status(Image.StatusEnum.ACTIVE)
                .createdAt(OffsetDateTime.parse("2016-05-20T08:00:00Z"))
                .tags(tags)
                .putAdditionalProperty("os_distro", "debian")
                .build();
        tags.add("b");
        assertThat(image.getTags()).containsExactly("a");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> image.getTags().add("c"));
        assertThat(image).isEqualTo(image.toBuilder().build()).isEqualTo(Image.of(image.toMap()));
        assertThat(image).hasSameHashCodeAs(image.toBuilder().build());
        assertThat(image).isNotEqualTo(image.toBuilder().name("x").build());
        assertThat(image.toMap()).containsEntry("created_at", "2016-05-20T08:00:00Z");
        assertThat(image)
                .hasToString("Image{\"id\":\"" + ID + "\",\"status\":\"active\","
                        + "\"created_at\":\"2016-05-20T08:00:00Z\",\"tags\":[\"a\"],\"os_distro\":\"debian\"}");
    }

    @Test
    void nullIsToldFromNothing() {
        assertThat(NewImage.builder().name(null).build().toMap()).containsEntry("name", null);
        assertThat(NewImage.builder().build().toMap()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> NewImage.builder().putAdditionalProperty("name", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> Image.of(Map.of("size", "many")));
    }

    @Test
    void everyResultHasTheRequestIdOfItsAnswer() throws IOException {
        try (FakeService service = new FakeService();
                ImageService images = ImageServiceClient.builder(service.endpoint())
                        .token("a-token")
                        .build()) {
            service.answersJson(200, image(ID, ""))
                    .answersJson(201, image(ID, ""))
                    .answersJson(200, image(ID, ""))
                    .answersJson(200, ServedImages.page(null, ID))
                    .answers(204);
            UUID id = UUID.fromString(ID);
            Image shown = images.showImage(id);
            assertThat(List.of(
                            shown,
                            images.createImage(NewImage.builder().build()),
                            images.updateImage(id, List.of()),
                            images.listImages(ImageQuery.all()).findFirst().orElseThrow()))
                    .allSatisfy(image -> assertThat(image.requestId()).hasValue(FakeService.REQUEST_ID));
            assertThat(images.deleteImage(id).requestId()).hasValue(FakeService.REQUEST_ID);
            assertThat(shown).isEqualTo(shown.toBuilder().requestId("req-2").build());
        }
    }
}
