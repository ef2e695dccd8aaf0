package dev.imagesunset.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ImageSunset;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class FailoverTest {
    private final ReplicatedPostgreSQL databases;

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext server;

    FailoverTest(@TempDir Path folder) throws IOException {
        databases = new ReplicatedPostgreSQL(folder);
    }

    @BeforeEach
    void start() {
        server = new SpringApplicationBuilder(ImageSunset.class, Catalogue.class, ImageService.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--image-sunset.v1-1.sunset=2999-12-31",
                        "--server.address=127.0.0.1",
                        "--spring.datasource.url=" + databases.url(),
                        "--spring.datasource.username=postgres");
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        databases.close();
    }

    @Test
    void afterTheReplicaTookThePlaceOfALostPrimaryTheServerGoesOn() throws Exception {
        UUID id = deleteOneAndReturnAnother();
        databases.stopPrimary();
        databases.promoteReplica();
        isDeletedInTheEnd(id);
    }

    @Test
    void afterASwitchThatLeftTheOldPrimaryRunningTheServerGoesOn() throws Exception {
        UUID id = deleteOneAndReturnAnother();
        databases.demotePrimary();
        assertThat(delete(id)).isEqualTo(503);
        databases.promoteReplica();
        isDeletedInTheEnd(id);
    }

    private UUID deleteOneAndReturnAnother() throws SQLException {
        Catalogue catalogue = server.getBean(Catalogue.class);
        assertThat(delete(catalogue.imageOf("demo", "private"))).isEqualTo(204);
        UUID another = catalogue.imageOf("demo", "private");
        databases.catchUp();
        return another;
    }

    private void isDeletedInTheEnd(UUID id) {
        await().atMost(Duration.ofSeconds(30)).until(() -> delete(id) == 204);
        assertThat(server.getBean(Catalogue.class).row(id)).containsEntry("status", "deleted");
    }

    private int delete(UUID id) {
        return server.getBean(ImageService.class).delete(id, "demo-member").status();
    }
}
