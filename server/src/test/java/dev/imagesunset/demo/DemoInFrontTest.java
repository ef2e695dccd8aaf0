package dev.imagesunset.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.RawHttp;
import dev.imagesunset.server.access.KeystoneStandIn;
import dev.imagesunset.server.upstream.GlanceStandIn;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The demo in front of somebody's image service, with somebody's Keystone. */
@ExtendWith(OutputCaptureExtension.class)
class DemoInFrontTest {
    @Test
    void deletesThereAndSaysSo(@TempDir Path folder, CapturedOutput output) {
        try (KeystoneStandIn keystone = new KeystoneStandIn();
                GlanceStandIn glance = new GlanceStandIn();
                StartedDemo demo = StartedDemo.in(
                        folder,
                        "--image-sunset.upstream.url=" + glance.url(),
                        "--image-sunset.upstream.answer-timeout=20s",
                        "--image-sunset.identity.answer-timeout=20s",
                        "--image-sunset.identity.urls=" + keystone.url())) {
            assertThat(output.getAll())
                    .contains("the demo, in front of " + glance.url(), "remove the folder " + folder + ".")
                    .doesNotContain("demo-member");
            keystone.issue("a-token", KeystoneStandIn.IN_PROJECT, "member");
            UUID id = glance.hasImage();
            assertThat(RawHttp.send(demo.port(), "DELETE /v1.1/images/" + id + " HTTP/1.1", "X-Auth-Token: a-token")
                            .status())
                    .isEqualTo(204);
        }
    }
}
