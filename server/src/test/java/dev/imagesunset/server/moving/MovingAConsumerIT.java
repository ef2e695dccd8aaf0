package dev.imagesunset.server.moving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.PackagedServer;
import dev.imagesunset.server.PostgreSQL;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A consumer's project, moved by the one command of docs/client.md, with its test run against the executable jar before and after. */
class MovingAConsumerIT {
    private static final String WARNING =
            "deleteImageV11(java.lang.String) in dev.imagesunset.client.ImageServiceClient has been deprecated and marked for removal";

    private final EmbeddedPostgres postgres = PostgreSQL.durable().start();
    private final PackagedServer server = PackagedServer.on(postgres.getPort(), Map.of());
    private final Catalogue catalogue = Catalogue.of(JdbcClient.create(postgres.getPostgresDatabase()));
    private final StagedClient client;
    private final ConsumerProject consumer;

    MovingAConsumerIT(@TempDir Path folder) throws IOException {
        client = new StagedClient(folder.resolve("repository"));
        consumer = new ConsumerProject(folder.resolve("consumer"), client);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        postgres.close();
    }

    @Test
    void oneCommandMovesAConsumerWhoseTestPassesBeforeAndAfter() throws IOException {
        assertThat(test("v1.1")).contains(WARNING);

        consumer.maven(commandOfTheGuide(), new Properties());

        assertThat(test("v2", "-Dmaven.compiler.failOnWarning=true")).doesNotContain(WARNING);
        assertThat(consumer.source("ThroughTheClient")).contains("images.deleteImage(imageId)");
        assertThat(consumer.source("ByHand")).contains("IMAGES = \"/v2/images/\"");
        assertThat(consumer.source("Pedant")).contains("/v1.1/images/");
        assertThat(consumer.leftAlone())
                .contains("Pedant.java", "/v1.1/images/", "v2 answers 204")
                .doesNotContain("ByHand");
    }

    /** Compiles the consumer anew and runs its test, with two images that are there to be deleted. */
    private String test(String version, String... more) {
        UUID ofTheClient = catalogue.imageOf("demo", "private");
        UUID byHand = catalogue.imageOf("demo", "private");
        Properties properties = new Properties();
        properties.setProperty("service", "http://localhost:" + server.port());
        properties.setProperty("token", PackagedServer.TOKEN);
        properties.setProperty("image.of.the.client", ofTheClient.toString());
        properties.setProperty("image.by.hand", byHand.toString());
        String output =
                consumer.maven(Stream.concat(Stream.of("test"), Stream.of(more)).toList(), properties);
        assertThat(output).contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0");
        assertThat(List.of(ofTheClient, byHand))
                .allSatisfy(image -> assertThat(catalogue.row(image)).containsEntry("deleted_through", version));
        return output;
    }

    /** What docs/client.md says after {@code mvn}, with the client of this build. */
    private List<String> commandOfTheGuide() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "client.md"));
        String start = "\nmvn org.openrewrite.maven:rewrite-maven-plugin:";
        assertThat(guide).containsOnlyOnce(start);
        String command = guide.substring(guide.indexOf(start) + 5);
        return List.of(client.named(command.substring(0, command.indexOf("\n```")))
                .replace("\\\n", "")
                .split("\\s+"));
    }
}
