package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SharedRetriesTest {
    private final FakeService service = new FakeService();
    private final FakeTime time = new FakeTime();

    SharedRetriesTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void theCallsOfAClientShareABudgetOfRetries() {
        int calls = 30;
        call(client(), calls);
        assertThat(service.paths).hasSizeBetween(calls + 20, calls + 23);
    }

    @Test
    void aListIsOneCallHoweverManyImagesItHas() {
        ImageServiceClient client = client();
        call(client, 30);
        String[] ids = IntStream.range(0, 300).mapToObj(ServedImages::id).toArray(String[]::new);
        service.forgetsItsAnswers().answersJson(200, ServedImages.page(null, ids));
        assertThat(client.listImages(ImageQuery.all())).hasSize(ids.length);
        service.paths.clear();
        call(client, 1);
        assertThat(service.paths).hasSizeLessThanOrEqualTo(2);
    }

    private void call(ImageServiceClient client, int times) {
        for (int answer = 0; answer < 4 * times; answer++) {
            service.answers(503);
        }
        for (int call = 0; call < times; call++) {
            assertThatThrownBy(() -> client.showImage(ServedImages.ID)).isInstanceOf(ServiceUnavailableException.class);
        }
    }

    private ImageServiceClient client() {
        return ImageServiceClient.builder(service.endpoint())
                .token(() -> "a-token")
                .time(time)
                .retries(new RetryPolicy(4, Duration.ofNanos(1), Duration.ofNanos(1)))
                .build();
    }
}
