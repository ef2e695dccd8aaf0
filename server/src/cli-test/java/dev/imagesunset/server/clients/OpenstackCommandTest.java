package dev.imagesunset.server.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The OpenStack command line, with a token and an endpoint given as its manual says. */
@ServerTest
class OpenstackCommandTest {
    private final Path home;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    private String endpoint;
    private Shell openstack;

    OpenstackCommandTest(@TempDir Path home) {
        this.home = home;
    }

    @BeforeEach
    void pointAtTheServer() {
        endpoint = "http://localhost:" + service.port();
        openstack = at(endpoint);
    }

    @Test
    void createsAnImage() {
        JsonNode created = openstack
                .runInTerminal(
                        "image create -f json --disk-format qcow2 --container-format bare --min-disk 3 --private --tag nightly",
                        "--property=os_distro=debian",
                        "created")
                .json();
        assertThat(created.get("status").asString()).isEqualTo("queued");
        assertThat(catalogue.row(UUID.fromString(created.get("id").asString())))
                .containsEntry("name", "created")
                .containsEntry("owner", "demo")
                .containsEntry("visibility", "private")
                .containsEntry("min_disk", 3)
                .containsEntry("tags", "[\"nightly\"]");
    }

    @Test
    void showsAnImageByNameAndById() {
        String id = image("shown").toString();
        assertThat(show("shown").get("id").asString()).isEqualTo(id);
        assertThat(show(id).get("name").asString()).isEqualTo("shown");
        assertThat(show(id).get("properties").get("os_distro").asString()).isEqualTo("debian");
    }

    @Test
    void listsWhatAFilterLetsThrough() {
        String open = image("open").toString();
        String shared = catalogue.imageOf("demo", "shared").toString();
        String strange = catalogue.imageOf("other", "private").toString();
        assertThat(list("")).contains(open, shared).doesNotContain(strange);
        assertThat(list("--private")).contains(open).doesNotContain(shared);
        assertThat(list("--name open --status active")).containsExactly(open);
        assertThat(list("--property os_distro=debian --shared")).contains(shared);
        assertThat(list("--status killed")).isEmpty();
    }

    @Test
    void listsByTagsAndStatusesAndMoreThanAPageHas() {
        UUID tagged = image("tagged");
        String strange = image("of other tags").toString();
        catalogue.execute("UPDATE images SET tags = '[\"nightly\", \"golden\"]' WHERE id = '" + tagged + "'");
        assertThat(list("--tag nightly --tag golden --limit 5000 --member-status all"))
                .contains(tagged.toString())
                .doesNotContain(strange);
        assertThat(list("--tag nightly --limit 5000 --member-status all")).contains(tagged.toString(), strange);
        assertThat(list("--status in:active,queued --name in:tagged,nothing")).containsExactly(tagged.toString());
        assertThat(list("--page-size 5000 --name tagged")).containsExactly(tagged.toString());
        openstack
                .run("image list --status nonsense")
                .isRefusedBecause("The parameter status is no status. Send one of");
    }

    @Test
    void findsAnImageWhoseNameHasAColon() {
        String id = image("ubuntu:22.04").toString();
        assertThat(show("ubuntu:22.04").get("id").asString()).isEqualTo(id);
    }

    @Test
    void listsPageByPageInOrder() {
        List<String> ids = Stream.generate(() -> image("paged").toString())
                .limit(5)
                .sorted()
                .toList();
        assertThat(list("--name paged --page-size 2 --sort id:asc")).containsExactlyElementsOf(ids);
        assertThat(list("--name paged --limit 3")).hasSize(3);
    }

    @Test
    void setsAndUnsets() {
        String id = image("before").toString();
        openstack
                .run("image set --name after --protected --property flavour=mint --tag golden before")
                .isGood();
        JsonNode set = show("after");
        assertThat(set.get("protected").asBoolean()).isTrue();
        assertThat(set.get("properties").get("flavour").asString()).isEqualTo("mint");
        assertThat(set.get("tags").toString()).contains("golden", "nightly");
        openstack.run("image unset --property flavour --tag nightly after").isGood();
        openstack.run("image set --unprotected", id).isGood();
        JsonNode unset = show(id);
        assertThat(unset.get("protected").asBoolean()).isFalse();
        assertThat(unset.get("properties").has("flavour")).isFalse();
        assertThat(unset.get("tags").toString()).isEqualTo("[\"golden\"]");
    }

    @Test
    void deletesByNameAndById() {
        UUID named = image("doomed");
        UUID numbered = image("doomed too");
        openstack.run("image delete doomed", numbered.toString()).isGood();
        assertThat(List.of(named, numbered))
                .allSatisfy(id -> assertThat(catalogue.row(id)).containsEntry("status", "deleted"));
        openstack.run("image delete doomed").isRefusedBecause("No Image found for doomed");
    }

    @Test
    void showsWhyAProtectedImageStays() {
        UUID id = catalogue.protectedImageOf("demo", "private");
        openstack
                .run("image delete", id.toString())
                .isRefusedBecause(
                        "The image is protected against deletion. Remove the protection first, then delete it.");
        assertThat(catalogue.row(id)).containsEntry("status", "active");
    }

    @Test
    void theEndpointMayNameTheVersion() {
        UUID id = image("versioned");
        Shell versioned = at(endpoint + "/v2");
        assertThat(versioned.run("image list -f value -c ID --name versioned").lines())
                .containsExactly(id.toString());
        versioned.run("image delete versioned").isGood();
        assertThat(catalogue.row(id)).containsEntry("status", "deleted");
    }

    @Test
    void tokenAndEndpointMayStandInTheEnvironmentOrInAFile() throws IOException {
        UUID id = image("from elsewhere");
        Shell bare = new Shell(home, "openstack");
        Files.writeString(home.resolve("clouds.yaml"), """
                clouds:
                  here:
                    auth_type: admin_token
                    auth: { endpoint: '%s', token: demo-member }
                """.formatted(endpoint));
        assertThat(Stream.of(
                        Map.of("OS_AUTH_TYPE", "admin_token", "OS_TOKEN", "demo-member", "OS_ENDPOINT", endpoint),
                        Map.of("OS_CLOUD", "here")))
                .allSatisfy(variables -> assertThat(bare.with(variables)
                                .run("image show -f value -c id", "from elsewhere")
                                .lines())
                        .containsExactly(id.toString()));
    }

    private Shell at(String url) {
        return new Shell(home, "openstack --os-auth-type admin_token --os-token demo-member --os-endpoint " + url);
    }

    private UUID image(String name) {
        UUID id = catalogue.imageOf("demo", "private");
        catalogue.execute("UPDATE images SET name = '" + name + "' WHERE id = '" + id + "'");
        return id;
    }

    private JsonNode show(String image) {
        return openstack.run("image show -f json", image).json();
    }

    private List<String> list(String filters) {
        return openstack.run(("image list -f value -c ID " + filters).strip()).lines();
    }
}
