package dev.imagesunset.server.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.FreePort;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ProductionTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Of three URLs the first refuses connections. */
@ProductionTest
class SeveralUrlsTest {
    private static final GlanceStandIn SECOND = new GlanceStandIn();
    private static final GlanceStandIn THIRD = new GlanceStandIn();

    @Autowired
    ImageService service;

    @DynamicPropertySource
    static void standInFront(DynamicPropertyRegistry properties) {
        InFront.of(properties, "http://localhost:" + FreePort.find(), SECOND.url() + "/v2/", THIRD.url() + "/");
    }

    @BeforeEach
    void areWell() {
        SECOND.isWell();
        THIRD.isWell();
        InFront.isAsked(service);
        SECOND.isWell();
        THIRD.isWell();
    }

    @AfterAll
    static void close() {
        SECOND.close();
        THIRD.close();
    }

    @Test
    void whereNobodyIsTheNextIsAsked() {
        THIRD.answersAll(GlanceStandIn.page(502));
        assertThat(service.delete(SECOND.hasImage(), InFront.TOKEN).status()).isEqualTo(204);
        assertThat(THIRD.deletes()).isEmpty();
    }

    @Test
    void theNextIsAskedToDeleteWhereTheOneBeforeDoesNotEvenShow() {
        UUID id = THIRD.hasImage();
        SECOND.answersAll(GlanceStandIn.page(502));
        assertThat(service.delete(id, InFront.TOKEN).status()).isEqualTo(204);
        assertThat(SECOND.deletes()).isEmpty();
        SECOND.answersAll(GlanceStandIn.deleted().withFixedDelay(20_000));
        service.delete(UUID.randomUUID(), InFront.TOKEN).isRefusal(404, "image-not-found");
    }

    @Test
    void whatOneMayHaveDeletedNoOtherIsAskedToDelete() {
        UUID id = SECOND.has(GlanceStandIn.PRIVATE, GlanceStandIn.deleted().withFixedDelay(20_000));
        THIRD.answersAll(GlanceStandIn.page(502));
        service.delete(id, InFront.TOKEN).isRefusal(503, "image-service-unavailable");
        assertThat(SECOND.deletes()).hasSize(1);
        assertThat(THIRD.deletes()).isEmpty();
    }
}
