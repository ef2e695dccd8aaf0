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

    /** A mention of the path in each kind of file that has one, with its line. */
    private static final List<String> MENTIONS = List.of(
            "README.md:3",
            "deploy/Dockerfile:3",
            "deploy/build.gradle:2",
            "deploy/delete.sh:3",
            "deploy/main.tf:2",
            "src/main/groovy/com/example/Images.groovy:3",
            "src/main/java/com/example/Pedant.java:12",
            "src/main/kotlin/com/example/Images.kt:3",
            "src/main/resources/application.yml:2",
            "src/main/resources/ims.properties:2",
            "src/main/resources/ims.xml:2");

    private final EmbeddedPostgres postgres = PostgreSQL.durable().start();
    private final PackagedServer server = PackagedServer.on(postgres.getPort(), Map.of());
    private final Catalogue catalogue = Catalogue.of(JdbcClient.create(postgres.getPostgresDatabase()));
    private final StagedClient client;
    private final ConsumerProject consumer;

    MovingAConsumerIT(@TempDir Path folder) throws IOException {
        client = new StagedClient(folder.resolve("repository"));
        consumer = new ConsumerProject(Path.of("src", "it", "moving-consumer"), folder.resolve("consumer"), client);
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
        assertThat(MENTIONS).allSatisfy(mention -> assertThat(consumer.leftAlone())
                .containsPattern(mention.replace(".", "\\.").replace(":", "\"?,\"?") + "\"?,"));
    }

    /** Compiles the consumer anew and runs its test, with two images that are there to be deleted. */
    private String test(String version, String... more) {
        UUID ofTheClient = catalogue.imageOf("demo", "private");
        UUID byHand = catalogue.imageOf("demo", "private");
        Properties properties = new Properties();
        // Its tests run in the process that this one starts anyway.
        properties.setProperty("forkCount", "0");
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
                .replace("'", "")
                .split("\\s+"));
    }
}
