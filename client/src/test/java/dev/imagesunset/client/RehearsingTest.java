package dev.imagesunset.client;

import static dev.imagesunset.client.ServedImages.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The end, rehearsed call by call. */
@SuppressWarnings("removal")
class RehearsingTest {
    private final FakeService service = new FakeService();
    private final FakeTime time = new FakeTime();
    private final ImageService images = ImageServiceClient.builder(service.endpoint())
            .token("a-token")
            .time(time)
            .build();

    RehearsingTest() throws IOException {}

    @AfterEach
    void stop() {
        images.close();
        service.close();
    }

    @Test
    void aRehearsedDeleteIsGoneSaysThatItWasARehearsalAndIsNotRepeated() {
        service.answers(410, "operation-gone");
        OperationGoneException gone = catchThrowableOfType(
                OperationGoneException.class, () -> images.rehearsing().deleteImageV11(ID));
        assertThat(gone.isRehearsal()).isTrue();
        assertThat(gone.isBrownout()).isFalse();
        assertThat(gone.requestId()).hasValue(FakeService.REQUEST_ID);
        assertThat(gone)
                .hasMessageStartingWith("A rehearsal of deleting image " + ID + " (v1.1) was answered with 410");
        assertThat(service.rehearsals).containsExactly("true");
        assertThat(service.paths).containsExactly("/v1.1/images/" + ID);
        assertThat(time.pauses).isEmpty();
    }

    @Test
    void aRehearsedDeleteThatNobodyWaitsForIsTheSame() {
        service.answers(410, "operation-gone");
        assertThatThrownBy(images.rehearsing().deleteImageV11Async(UUID.fromString(ID))::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(OperationGoneException.class, gone -> assertThat(gone.isRehearsal())
                        .isTrue());
    }

    @Test
    void onlyWhatEndsIsRehearsedAndOnlyByTheViewThatDoes() {
        service.answers(204).answers(204).answers(410, "operation-gone");
        images.rehearsing().deleteImage(ID);
        images.deleteImageV11(ID);
        assertThatThrownBy(() -> images.deleteImageV11(ID))
                .isInstanceOfSatisfying(OperationGoneException.class, gone -> assertThat(gone.isRehearsal())
                        .isFalse());
        assertThat(service.rehearsals).containsOnly("none").hasSize(3);
    }

    @Test
    void aServiceThatKnowsNoRehearsalsAndDeletesDoesNotPassForOne() {
        service.answers(204);
        assertThatThrownBy(() -> images.rehearsing().deleteImageV11(ID))
                .isInstanceOf(UnexpectedAnswerException.class)
                .hasMessageContainingAll("204", "the service knows no rehearsals, and did it", FakeService.REQUEST_ID);
    }

    @Test
    void aServiceThatIsAwayForAMomentIsAskedAgainForTheRehearsal() {
        service.answers(503).answers(404, "image-not-found");
        assertThatThrownBy(() -> images.rehearsing().deleteImageV11(ID)).isInstanceOf(ImageNotFoundException.class);
        assertThat(service.rehearsals).containsExactly("true", "true");
    }

    @Test
    void aTestMakesAnExceptionOfARehearsal() {
        Answer answer = Answer.of(410).withCode("operation-gone").withRehearsal(true);
        assertThat(new OperationGoneException("Deleting image 1 (v1.1)", answer).isRehearsal())
                .isTrue();
        assertThat(answer).isNotEqualTo(answer.withRehearsal(false));
        assertThat(List.of(answer, answer.withRequestId("req-1").withRetryAfter(null)))
                .allMatch(Answer::isRehearsal);
    }

    @Test
    void aNewcomerIsToldWhyTheCallIsGone() {
        service.answers(410, "closed-to-newcomers");
        OperationGoneException gone =
                catchThrowableOfType(OperationGoneException.class, () -> images.deleteImageV11(ID));
        assertThat(gone.isClosedToNewcomers()).isTrue();
        assertThat(gone.isBrownout() || gone.isRehearsal()).isFalse();
        assertThat(gone).hasMessageContaining("(closed-to-newcomers)");
        assertThat(time.pauses).isEmpty();
    }
}
