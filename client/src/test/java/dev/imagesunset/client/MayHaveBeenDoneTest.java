package dev.imagesunset.client;

import static dev.imagesunset.client.ServedImages.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imagesunset.client.model.NewImage;
import java.io.IOException;
import java.net.ConnectException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a call that failed may have done what it was to do, all the same. */
@Timeout(20)
class MayHaveBeenDoneTest {
    private final FakeService service = new FakeService();

    MayHaveBeenDoneTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 409, 410, 429})
    void aRefusalDidNothing(int status) {
        service.answers(status);
        assertThat(failure(images -> images.deleteImage(ID)).mayHaveBeenDone()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 409, 410, 429})
    void anEarlierTryWhoseAnswerWasLostMayHaveDoneWhatTheLastOneWasRefused(int status) {
        service.dropsTheConnection().answers(status);
        assertThat(failure(images -> images.deleteImage(ID)).mayHaveBeenDone()).isTrue();
        service.answers(503).answers(503, "identity-unavailable").answers(status);
        assertThat(failure(images -> images.deleteImage(ID)).mayHaveBeenDone()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 500, 501})
    void anAnswerThatIsNoRefusalLeavesItOpen(int status) {
        service.answers(status);
        assertThat(failure(images -> images.deleteImage(ID)).mayHaveBeenDone()).isTrue();
    }

    @Test
    void anUnavailableServiceLeavesItOpenUnlessItOnlyCouldNotTellWhoAsked() {
        service.answers(503, "catalogue-unavailable");
        assertThat(failure(MayHaveBeenDoneTest::createUnderAnIdOfOnesOwn).mayHaveBeenDone())
                .isTrue();
        for (int tries = 0; tries < 4; tries++) {
            service.answers(503, "identity-unavailable");
        }
        assertThat(failure(MayHaveBeenDoneTest::createUnderAnIdOfOnesOwn).mayHaveBeenDone())
                .isFalse();
    }

    @Test
    void aSuccessThatCannotBeReadLeavesItOpen() {
        service.answersJson(201, "<html>");
        assertThat(failure(MayHaveBeenDoneTest::createUnderAnIdOfOnesOwn).mayHaveBeenDone())
                .isTrue();
    }

    @Test
    void anImageThatAnEarlierTryCreatedIsThereAlthoughItCannotBeShown() {
        service.dropsTheConnection().answers(409, "image-exists").answers(403);
        assertThat(failure(images -> images.createImage(NewImage.builder().build()))
                        .mayHaveBeenDone())
                .isTrue();
    }

    @Test
    void withoutAConnectionOrATokenNothingWasDone() {
        assertThat(new NoAnswerException("Deleting image 1", new ConnectException()).mayHaveBeenDone())
                .isFalse();
        assertThat(new NoAnswerException("Deleting image 1", new IOException("reset")).mayHaveBeenDone())
                .isTrue();
        assertThat(new NoTokenException("Deleting image 1", "late", new IOException("late")).mayHaveBeenDone())
                .isFalse();
    }

    private static void createUnderAnIdOfOnesOwn(ImageService images) {
        images.createImage(NewImage.builder().id(ID).build());
    }

    private ImageServiceException failure(Consumer<ImageService> call) {
        ImageService images = ImageServiceClient.builder(service.endpoint())
                .token("a-token")
                .time(new FakeTime())
                .build();
        return catchThrowableOfType(ImageServiceException.class, () -> call.accept(images));
    }
}
