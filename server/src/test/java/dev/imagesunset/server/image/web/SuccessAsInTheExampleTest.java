package dev.imagesunset.server.image.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@ServerTest
@TestPropertySource(properties = "image-sunset.v1-1.success-status=200")
class SuccessAsInTheExampleTest {
    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @Test
    void theSwitchGivesTheAnswerOfThePagesExampleAndTheNoticeOfTheEnd() {
        UUID id = catalogue.imageOf("demo", "private");
        Answer answer = service.delete(id, "demo-member");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("Content-Type")).isEqualToIgnoringWhitespace("text/html;charset=UTF-8");
        assertThat(answer.header("Content-Length")).isEqualTo("0");
        assertThat(answer.headers().keySet())
                .map(String::toLowerCase)
                .containsExactlyInAnyOrder(
                        "content-type",
                        "content-length",
                        "x-openstack-request-id",
                        "date",
                        "deprecation",
                        "sunset",
                        "link",
                        "cache-control",
                        "vary",
                        "x-content-type-options");
        assertThat(catalogue.row(id)).containsEntry("status", "deleted");
    }
}
