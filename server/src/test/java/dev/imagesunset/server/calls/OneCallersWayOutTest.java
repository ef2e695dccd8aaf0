package dev.imagesunset.server.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.imagesunset.client.ClientListener;
import dev.imagesunset.client.DeprecationNotice;
import dev.imagesunset.client.ImageServiceClient;
import dev.imagesunset.client.OperationGoneException;
import dev.imagesunset.client.ProjectWord;
import dev.imagesunset.client.model.MyCalls;
import dev.imagesunset.client.model.NewRehearsal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A caller's whole life, with the real client: it is told, rehearses, moves, is believed, and the call ends without it. */
@TestPropertySource(
        properties = {
            "image-sunset.access.tokens.leaving.user=mia",
            "image-sunset.access.tokens.leaving.project=leavers",
            "image-sunset.access.tokens.leaving.roles=member"
        })
@SuppressWarnings("removal")
class OneCallersWayOutTest extends CallsOnAClock {
    private static final Instant SUNSET = Instant.parse("2027-12-31T00:00:00Z");

    private final List<DeprecationNotice> told = new ArrayList<>();

    @Test
    void fromTheFirstNoticeToTheEnd() {
        clock.moveTo("2027-02-01T09:00:00Z");
        for (int day = 0; day < 40; day++) {
            client().deleteImageV11(newImage());
            aDayLater();
        }
        assertThat(told).hasSize(40);
        assertThat(told.get(0).sunset()).hasValue(SUNSET);
        assertThat(readiness("traffic")).isEqualTo("no");

        client().rehearse(NewRehearsal.builder()
                .minutes(30)
                .reason("Who notices.")
                .build());
        String kept = newImage();
        assertThatThrownBy(() -> client().deleteImageV11(kept)).isInstanceOf(OperationGoneException.class);
        assertThat(catalogue.row(UUID.fromString(kept))).containsEntry("status", "active");
        clock.move(Duration.ofMinutes(30));
        client().deleteImageV11(kept);

        for (int day = 0; day < 10; day++) {
            aDayLater();
            client().deleteImage(newImage());
        }
        client().sayWord(ProjectWord.moved("Released, and rehearsed without a failure."));
        aDayLater();
        countAll();
        MyCalls calls = client().myCalls();
        assertThat(calls.getOutcomes()).containsEntry("rehearsal", 1L);
        assertThat(List.of(readiness("traffic"), readiness("word"), readiness("rehearsal")))
                .containsOnly("yes");
        assertThat(service.call("GET", "/operator/sunset/readiness", "demo-admin")
                        .json()
                        .get("verdict")
                        .asString())
                .isEqualTo("Ready: it may end for every caller (1).");

        clock.moveTo(SUNSET.toString());
        assertThatThrownBy(() -> client().deleteImageV11(newImage())).isInstanceOf(OperationGoneException.class);
        String last = newImage();
        client().deleteImage(last);
        assertThat(catalogue.row(UUID.fromString(last))).containsEntry("deleted_through", "v2");
    }

    private void aDayLater() {
        countAll();
        clock.move(Duration.ofDays(1));
    }

    /** What a witness says of whether the call may end for the caller. */
    private String readiness(String witness) {
        countAll();
        JsonNode readiness = service.call("GET", "/my/calls", "leaving").json().get("readiness");
        return readiness
                .get("witnesses")
                .valueStream()
                .filter(one -> one.get("witness").asString().equals(witness))
                .map(one -> one.get("says").asString())
                .findFirst()
                .orElseThrow(() -> new AssertionError(readiness));
    }

    private String newImage() {
        return catalogue.imageOf("leavers", "private").toString();
    }

    private ImageServiceClient client() {
        return ImageServiceClient.builder(URI.create("http://localhost:" + service.port()))
                .token(() -> "leaving")
                .listener(new ClientListener() {
                    @Override
                    public void deprecated(DeprecationNotice notice) {
                        told.add(notice);
                    }
                })
                .build();
    }
}
