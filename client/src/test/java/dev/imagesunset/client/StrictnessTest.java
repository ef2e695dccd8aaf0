package dev.imagesunset.client;

import static dev.imagesunset.client.ServedImages.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("removal")
class StrictnessTest {
    private static final Map<String, String> DEPRECATED = Map.of(
            "Deprecation", "@1475712000",
            "Sunset", "Fri, 31 Dec 2027 00:00:00 GMT",
            "Link", "</v3/images/1>; rel=\"successor-version\"");

    private final FakeService service = new FakeService();

    StrictnessTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void aStrictClientSendsNothingThroughV11() {
        ImageServiceClient strict = builder().failOnDeprecated(true).build();
        assertThatThrownBy(() -> strict.deleteImageV11(ID))
                .isInstanceOf(DeprecatedCallError.class)
                .hasMessageContainingAll(ID, "call deleteImage instead", "Nothing was sent", "for tests only");
        assertThat(service.paths).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 404, 503})
    void aStrictClientFailsOnAnyAnswerThatSaysThatItsCallIsDeprecated(int status) {
        service.answers(status, DEPRECATED, "");
        ImageServiceClient strict = builder().failOnDeprecated(true).build();
        assertThatThrownBy(() -> strict.deleteImage(ID))
                .isInstanceOf(DeprecatedCallError.class)
                .hasMessageContainingAll(ID, "answered with " + status, "2027-12-31", "/v3/images/1");
        assertThat(service.paths).hasSize(1);
    }

    @Test
    void aStrictClientDoesEverythingElse() {
        service.answers(204);
        assertThat(builder().failOnDeprecated(true).build().deleteImage(ID).certainty())
                .isEqualTo(Deletion.Certainty.CONFIRMED);
    }

    @Test
    void byDefaultDeprecatedCallsWork() {
        service.answers(204, DEPRECATED, "");
        assertThat(builder().build().deleteImageV11(ID).deprecation()).isPresent();
    }

    @Test
    void aSystemPropertyMakesAllClientsStrictWhoseCodeDoesNotSayOtherwise() {
        System.setProperty(Strictness.PROPERTY, "true");
        try {
            assertThatThrownBy(() -> builder().build().deleteImageV11(ID)).isInstanceOf(DeprecatedCallError.class);
            service.answers(204, DEPRECATED, "");
            builder().failOnDeprecated(false).build().deleteImageV11(ID);
        } finally {
            System.clearProperty(Strictness.PROPERTY);
        }
    }

    private ImageServiceClientBuilder builder() {
        return ImageServiceClient.builder(service.endpoint()).token(() -> "a-token");
    }
}
