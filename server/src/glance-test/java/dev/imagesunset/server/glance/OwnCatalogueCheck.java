package dev.imagesunset.server.glance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.ImageSunset;
import dev.imagesunset.server.PostgreSQL;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The server without a Glance, as the image service that Keystone's catalog has in a region of its own. */
class OwnCatalogueCheck {
    private static final String REGION = "Own";
    private static final int PORT = 19301;

    /** What of Tempest needs neither data nor schemas, members or caching. */
    private static final String WHAT_IT_CAN = "^tempest\\.api\\.image\\.v2\\.(test_images_negative\\."
            + "|test_images\\.BasicOperationsImagesTest\\.(test_delete_image|test_update_image)\\b"
            + "|admin\\.test_images\\.BasicOperationsImagesAdminTest\\.)";

    @Test
    void passesWhatOfTempestItCan(@TempDir Path folder) throws IOException {
        try (ConfigurableApplicationContext server = server()) {
            assertThat(server.isRunning()).isTrue();

            Map<String, String> outcomes = Tempest.outcomes(folder, REGION, WHAT_IT_CAN);

            assertThat(outcomes).hasSizeGreaterThan(8);
            assertThat(outcomes)
                    .allSatisfy((test, outcome) -> assertThat(outcome).as(test).isEqualTo("ok"));
        }
    }

    private static ConfigurableApplicationContext server() {
        return new SpringApplicationBuilder(ImageSunset.class)
                .run(
                        "--server.address=127.0.0.1",
                        "--server.port=" + PORT,
                        "--management.server.port=0",
                        "--image-sunset.stop.drain-time=0s",
                        // No test fails because a day has come.
                        "--image-sunset.v1-1.sunset=2999-12-31",
                        "--image-sunset.identity.urls=" + RealGlance.KEYSTONE,
                        // Keystone shares the processors; this is not about time.
                        "--image-sunset.identity.answer-timeout=20s",
                        "--spring.datasource.url=" + PostgreSQL.url(PostgreSQL.newDatabase(), PostgreSQL.port()),
                        "--spring.datasource.username=postgres");
    }
}
