package dev.imagesunset.server.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Glance's own command line, which prints nothing but tables. */
@ServerTest
class GlanceCommandTest {
    private final Path home;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    private Shell glance;

    GlanceCommandTest(@TempDir Path home) {
        this.home = home;
    }

    @BeforeEach
    void pointAtTheServer() {
        glance = at("http://localhost:" + service.port());
    }

    @Test
    void createsAnImage() {
        UUID id = UUID.randomUUID();
        glance.runInTerminal(
                        "image-create --name created --disk-format raw --container-format bare --tags nightly --id",
                        id.toString())
                .isGood();
        assertThat(catalogue.row(id)).containsEntry("name", "created").containsEntry("status", "queued");
    }

    @Test
    void showsAnImage() {
        UUID id = catalogue.imageOf("demo", "private");
        assertThat(row("os_distro", glance.run("image-show", id.toString()))).isEqualTo("debian");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/v2"})
    void listsEveryPageWhetherTheEndpointNamesTheVersionOrNot(String version) {
        String[] ids = {
            catalogue.protectedImageOf("demo", "private").toString(),
            catalogue.protectedImageOf("demo", "private").toString()
        };
        Shell there = at("http://localhost:" + service.port() + version);
        assertThat(there.run("image-list --page-size 1 --visibility private --property-filter protected=true")
                        .isGood()
                        .output())
                .contains(ids);
        assertThat(there.run("image-list --limit 1 --sort-key name --sort-dir asc")
                        .lines())
                .hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--sort name:asc",
                "--sort-key name --sort-key status",
                "--sort-key name --sort-dir asc --sort-key status --sort-dir desc --page-size 2",
                "--page-size 5000",
                "--checksum eb9139e4942121f22bbc2afc0400b2a4",
                "--property-filter os_distro=debian",
                "--property-filter size_min=1",
                "--tag nightly --tag golden --member-status all --limit 5000",
                "--property-filter name=in:a,found --property-filter status=in:active,queued --property-filter created_at=gte:2016-05-20T08:00:00Z"
            })
    void listsByWhateverItsOptionsSay(String options) {
        String found = found("demo").toString();
        String strange = found("other").toString();
        assertThat(glance.run("image-list " + options).isGood().output())
                .contains(found)
                .doesNotContain(strange);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--property-filter os_distro=arch",
                "--hash eb9139e4942121f22bbc2afc0400b2a4",
                "--tag nightly --tag silver --sort size:desc"
            })
    void leavesOutWhatItsOptionsSay(String options) {
        String found = found("demo").toString();
        assertThat(glance.run("image-list " + options).isGood().output()).doesNotContain(found);
    }

    private UUID found(String owner) {
        UUID id = catalogue.imageOf(owner, "private");
        catalogue.execute(
                "UPDATE images SET name = 'found', tags = '[\"nightly\", \"golden\"]' WHERE id = '" + id + "'");
        return id;
    }

    @Test
    void updatesAnImage() {
        UUID id = catalogue.imageOf("demo", "private");
        Outcome updated = glance.run(
                "image-update --name renamed --protected True --min-disk 7 --property flavour=mint --remove-property os_distro",
                id.toString());
        assertThat(row("flavour", updated)).isEqualTo("mint");
        assertThat(updated.output()).doesNotContain("os_distro");
        assertThat(catalogue.row(id))
                .containsEntry("name", "renamed")
                .containsEntry("protected", true)
                .containsEntry("min_disk", 7);
    }

    @Test
    void givesATagAndTakesIt() {
        String id = catalogue.imageOf("demo", "private").toString();
        glance.run("image-tag-update", id, "golden").isGood();
        glance.run("image-tag-delete", id, "nightly").isGood();
        assertThat(catalogue.row(UUID.fromString(id))).containsEntry("tags", "[\"golden\"]");
    }

    @Test
    void deletesAnImage() {
        UUID id = catalogue.imageOf("demo", "private");
        glance.run("image-delete", id.toString()).isGood();
        assertThat(catalogue.row(id)).containsEntry("status", "deleted");
    }

    @Test
    void saysThatAProtectedImageStays() {
        UUID id = catalogue.protectedImageOf("demo", "private");
        glance.run("image-delete", id.toString()).isRefusedBecause("You are not permitted to delete the image");
        assertThat(catalogue.row(id)).containsEntry("status", "active");
    }

    @Test
    void showsTheReasonOfARefusalAndNoPythonError() {
        glance.run("image-show", UUID.randomUUID().toString())
                .isRefusedBecause("There is no such image, it is deleted already, or it is not visible to your project."
                        + " Check the id, and the project and roles of your token. (image-not-found, req-");
    }

    @Test
    void saysThatATokenIsNotGood() {
        new Shell(home, "glance --os-auth-token nobody --os-image-url http://localhost:" + service.port())
                .run("image-list")
                .isRefusedBecause("Invalid OpenStack Identity credentials.");
    }

    private Shell at(String url) {
        return new Shell(home, "glance --os-auth-token demo-member --os-image-url " + url);
    }

    /** What a table with two columns, as of {@code image-show}, says of a property. */
    private static String row(String property, Outcome outcome) {
        return outcome.lines().stream()
                .map(line -> line.split(" *\\| *", -1))
                .filter(cells -> cells.length > 2 && cells[1].equals(property))
                .map(cells -> cells[2])
                .findFirst()
                .orElse("");
    }
}
