package dev.imagesunset.server.sunset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.imagesunset.client.Brownout;
import dev.imagesunset.client.ClientListener;
import dev.imagesunset.client.Deletion;
import dev.imagesunset.client.DeprecationNotice;
import dev.imagesunset.client.ImageServiceClient;
import dev.imagesunset.client.OperationGoneException;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.MovableClock;
import dev.imagesunset.server.ServerTest;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A caller that moves on at the last moment, with the real client, on a clock that the test moves. */
@ServerTest
@Import(MovableClock.class)
@TestPropertySource(
        properties = {
            "image-sunset.v1-1.brownouts[0].start=2027-11-02T10:00:00Z",
            "image-sunset.v1-1.brownouts[0].duration=30m"
        })
@SuppressWarnings("removal")
class OneCallersWholeLifeTest implements ClientListener {
    private static final String SUCCESSOR = "DELETE /v2/images/{image_id}";
    private static final Instant SUNSET = Instant.parse("2027-12-31T00:00:00Z");
    private static final Brownout BROWNOUT =
            new Brownout(Instant.parse("2027-11-02T10:00:00Z"), Instant.parse("2027-11-02T10:30:00Z"));

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Autowired
    MovableClock clock;

    private final List<DeprecationNotice> told = new ArrayList<>();

    @Override
    public void deprecated(DeprecationNotice notice) {
        told.add(notice);
    }

    @AfterEach
    void goOn() {
        clock.showRealTime();
    }

    @Test
    void theCallerIsToldWarnedRefusedForAWhileRefusedForGoodAndMovesOn() {
        clock.moveTo("2027-06-01T00:00:00Z");
        assertThatItWorksAndTellsTheEnd();
        assertThat(lastTold().nextBrownout()).isEmpty();

        clock.moveTo("2027-10-25T00:00:00Z");
        assertThatItWorksAndTellsTheEnd();
        assertThat(lastTold().nextBrownout()).hasValue(BROWNOUT);

        clock.moveTo("2027-11-02T10:10:00Z");
        OperationGoneException rests = assertThatItIsGone();
        assertThat(rests.isBrownout()).isTrue();
        assertThat(rests.until()).hasValue(BROWNOUT.end());

        clock.moveTo("2027-11-02T10:30:00Z");
        assertThatItWorksAndTellsTheEnd();

        clock.moveTo("2027-12-31T00:00:00Z");
        OperationGoneException gone = assertThatItIsGone();
        assertThat(gone.isBrownout()).isFalse();
        assertThat(gone.until()).isEmpty();

        int noticesOfV11 = told.size();
        assertThat(caller().deleteImage(newImage()).certainty()).isEqualTo(Deletion.Certainty.CONFIRMED);
        assertThat(told).hasSize(noticesOfV11);
    }

    private void assertThatItWorksAndTellsTheEnd() {
        String image = newImage();
        caller().deleteImageV11(image);
        assertThat(lastTold().sunset()).hasValue(SUNSET);
        assertThat(lastTold().daysLeft()).isPresent();
        assertThat(lastTold().successor()).hasValue(URI.create(endpoint() + "/v2/images/" + image));
        assertThat(catalogue.row(UUID.fromString(image))).containsEntry("deleted_through", "v1.1");
    }

    private OperationGoneException assertThatItIsGone() {
        String image = newImage();
        OperationGoneException gone =
                catchThrowableOfType(OperationGoneException.class, () -> caller().deleteImageV11(image));
        assertThat(gone.successor()).hasValue(SUCCESSOR);
        assertThat(gone).hasMessageContaining("call " + SUCCESSOR + " instead");
        assertThat(catalogue.row(UUID.fromString(image))).containsEntry("status", "active");
        return gone;
    }

    private String newImage() {
        return catalogue.imageOf("demo", "private").toString();
    }

    private DeprecationNotice lastTold() {
        return told.get(told.size() - 1);
    }

    private ImageServiceClient caller() {
        return ImageServiceClient.builder(URI.create(endpoint()))
                .token(() -> "demo-member")
                .listener(this)
                .build();
    }

    private String endpoint() {
        return "http://localhost:" + service.port();
    }
}
