package dev.imagesunset.server.moving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.PackagedServer;
import dev.imagesunset.server.PostgreSQL;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Consumers' projects with dependencies of their own, built with the packaged client and run against the executable jar. */
class ConsumersIT {
    private static final Path CONSUMERS = Path.of("..", "client", "src", "it");
    private static final List<String> ALL =
            List.of("plain", "module-path", "spring-boot-3", "spring-boot-4", "quarkus");

    private static final int TESTS_WITHOUT_A_SERVER = 2;

    private final EmbeddedPostgres postgres = PostgreSQL.durable().start();
    private final PackagedServer server = PackagedServer.on(postgres.getPort(), Map.of());
    private final Catalogue catalogue = Catalogue.of(JdbcClient.create(postgres.getPostgresDatabase()));
    private final ConsumerProject consumers;

    ConsumersIT(@TempDir Path folder) throws IOException {
        consumers = new ConsumerProject(
                CONSUMERS, folder.resolve("consumers"), new StagedClient(folder.resolve("repository")));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        postgres.close();
    }

    @Test
    void everyConsumerBuildsWithoutAWarningAndDeletesItsImage() {
        Map<String, UUID> images =
                ALL.stream().collect(Collectors.toMap(name -> name, name -> catalogue.imageOf("demo", "private")));
        Properties properties = new Properties();
        properties.setProperty("service", "http://localhost:" + server.port());
        properties.setProperty("token", PackagedServer.TOKEN);
        images.forEach((name, image) -> properties.setProperty("image." + name, image.toString()));
        String output = consumers.maven(List.of("test", "-T2"), properties);
        assertThat(Stream.of(output.split("\n"))
                        .filter(line -> line.contains("Tests run: ") && line.contains(" -- in ")))
                .hasSize(ALL.size() + TESTS_WITHOUT_A_SERVER);
        assertThat(images.values())
                .allSatisfy(image -> assertThat(catalogue.row(image)).containsEntry("deleted_through", "v2"));
    }
}
