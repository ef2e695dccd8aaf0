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
import dev.imagesunset.client.PermissionDeniedException;
import dev.imagesunset.client.ProjectWord;
import dev.imagesunset.client.RetryPolicy;
import dev.imagesunset.client.ServiceUnavailableException;
import dev.imagesunset.client.UnexpectedAnswerException;
import dev.imagesunset.client.model.CallerReadiness;
import dev.imagesunset.client.model.DayOfCalls;
import dev.imagesunset.client.model.Decision;
import dev.imagesunset.client.model.Image;
import dev.imagesunset.client.model.MyCalls;
import dev.imagesunset.client.model.NewImage;
import dev.imagesunset.client.model.NewRehearsal;
import dev.imagesunset.client.model.NewWord;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void anIdWithASlashIsRefusedAsTheServerRefusesIt(ImageServiceStub stub, ImageService images) {
        for (String id : List.of("a/b", "a;b", "a\\b", "a\r\nb")) {
            assertThatThrownBy(() -> images.deleteImage(id)).isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> images.deleteImageV11(id))
                    .isInstanceOfSatisfying(InvalidRequestException.class, refused -> {
                        assertThat(refused.code()).hasValue("request-malformed");
                        assertThat(refused.deprecation()).isPresent();
                    });
        }
        assertThat(stub.requests()).contains("DELETE /v2/images/a%2Fb", "DELETE /v1.1/images/a%2Fb");
        stub.at(LocalDate.parse("2028-01-01"));
        assertThatThrownBy(() -> images.deleteImageV11("a/b")).isInstanceOf(OperationGoneException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "%33c3d1d01-b48a-4639-8a88-08be3b9b5d78, a-token, 204",
        "a%2Fb, '', 400",
        "a%25b, a-token, 400",
        "a%2Eb, '', 400",
        "a;b, '', 400",
        "a%7Fb, '', 401",
        "a%C3%84b, '', 401",
        "a%20b, a-token, 400",
        "a/b, '', 404"
    })
    void anIdIsReadAsTheServerReadsIt(String id, String token, int status, ImageServiceStub stub) throws Exception {
        stub.add(Image.builder()
                .id(UUID.fromString("3c3d1d01-b48a-4639-8a88-08be3b9b5d78"))
                .build());
        HttpRequest request = HttpRequest.newBuilder(URI.create(stub.endpoint() + "/v2/images/" + id))
                .header("X-Auth-Token", token)
                .DELETE()
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(status);
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
    void aRehearsedDeleteIsGoneAndDeletesNothing(ImageServiceStub stub, ImageService images) {
        UUID id = stub.add(Image.builder().build()).getId();
        assertThatThrownBy(() -> images.rehearsing().deleteImageV11(id))
                .isInstanceOfSatisfying(OperationGoneException.class, gone -> assertThat(gone.isRehearsal())
                        .isTrue());
        assertThat(stub.isDeleted(id)).isFalse();
        assertThat(images.myCalls().getOutcomes()).containsExactly(Map.entry("rehearsal", 1L));
        assertThat(images.myCalls().getDays())
                .extracting(DayOfCalls::getDeprecated)
                .containsExactly(1L);
        assertThat(images.myCalls().getReadiness().getReady()).isEqualTo(CallerReadiness.ReadyEnum.YES);
        images.rehearsing().deleteImage(id);
        assertThat(stub.isDeleted(id)).isTrue();
    }

    @Test
    void aRehearsalOfTheProjectEndsByItself(ImageServiceStub stub, ImageService images) {
        UUID id = stub.add(Image.builder().build()).getId();
        stub.at(START);
        Decision rehearsal =
                images.rehearse(NewRehearsal.builder().minutes(15).reason("x").build());
        assertThat(rehearsal.getEnd()).isEqualTo("2027-06-01T10:15:00Z");
        assertThatThrownBy(() -> images.deleteImageV11(id)).isInstanceOf(OperationGoneException.class);
        stub.at(START.plus(Duration.ofMinutes(15)));
        assertThat(images.deleteImageV11(id).certainty()).isEqualTo(Deletion.Certainty.CONFIRMED);
        stub.reset().at(START);
        assertThat(images.myCalls().getWords()).isEmpty();
    }

    @Test
    void newcomersAreRefusedAndToldSo(ImageServiceStub stub, ImageService images) {
        UUID id = stub.add(Image.builder().build()).getId();
        stub.closedToNewcomers();
        assertThatThrownBy(() -> images.deleteImageV11(id))
                .isInstanceOfSatisfying(OperationGoneException.class, gone -> assertThat(gone.isClosedToNewcomers())
                        .isTrue());
        assertThat(images.deleteImage(id).certainty()).isEqualTo(Deletion.Certainty.CONFIRMED);
    }

    @Test
    void aProjectSeesWhatItCalledAndWhatItSaid(ImageServiceStub stub, ImageService images) {
        assertThat(images.myCalls().getReadiness().getReady()).isEqualTo(CallerReadiness.ReadyEnum.YES);
        stub.at(START).brownout(START.plusSeconds(60), START.plusSeconds(120));
        Deletion old = images.deleteImageV11(stub.add(Image.builder().build()).getId());
        images.deleteImage(stub.add(Image.builder().build()).getId());
        images.sayWord(ProjectWord.need(START.plusSeconds(1), "x"));
        images.sayWord(ProjectWord.moved("y"));
        MyCalls mine = images.myCalls();
        assertThat(mine.getDays())
                .containsExactly(DayOfCalls.builder()
                        .day(LocalDate.parse("2027-06-01"))
                        .deprecated(1L)
                        .successor(1L)
                        .build());
        assertThat(mine.getLastRequestId()).isEqualTo(old.requestId().orElseThrow());
        assertThat(mine.getUserAgents()).containsExactly("image-sunset-client");
        assertThat(mine.getOutcomes()).containsExactly(Map.entry("ok", 1L));
        assertThat(mine.getBrownouts()).hasSize(1);
        assertThat(mine.getWords()).extracting(Decision::getReason).containsExactly("y", "x");
        assertThat(mine.getReadiness().getReady()).isEqualTo(CallerReadiness.ReadyEnum.NO);
    }

    @Test
    void whatCannotBeSaidIsRefused(ImageServiceStub stub, ImageService images) {
        NewWord.Builder word = NewWord.builder().reason("x");
        List.of(
                        word.build(),
                        word.word(NewWord.WordEnum.UNKNOWN_DEFAULT_OPEN_API).build(),
                        word.word(NewWord.WordEnum.NEED).build(),
                        ProjectWord.moved(" "))
                .forEach(bad ->
                        assertThatThrownBy(() -> images.sayWord(bad)).isInstanceOf(InvalidRequestException.class));
        assertThatThrownBy(() -> images.rehearse(
                        NewRehearsal.builder().minutes(61).reason("x").build()))
                .isInstanceOf(InvalidRequestException.class);
        stub.tokensOfNoProject();
        assertThatThrownBy(images::myCalls).isInstanceOf(PermissionDeniedException.class);
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
            UUID id = UUID.randomUUID();
            assertThatThrownBy(() -> lost.deleteImage(id)).isInstanceOf(UnexpectedAnswerException.class);
            assertThat(stub.requests()).last().isEqualTo("DELETE /elsewhere/v2/images/" + id);
        }
    }
}
