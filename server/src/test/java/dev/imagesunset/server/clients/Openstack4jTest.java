package dev.imagesunset.server.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ProductionTest;
import dev.imagesunset.server.access.KeystoneStandIn;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstack4j.api.Builders;
import org.openstack4j.api.exceptions.ClientResponseException;
import org.openstack4j.api.image.v2.ImageService;
import org.openstack4j.model.common.ActionResponse;
import org.openstack4j.model.common.Identifier;
import org.openstack4j.model.image.v2.ContainerFormat;
import org.openstack4j.model.image.v2.DiskFormat;
import org.openstack4j.model.image.v2.Image;
import org.openstack4j.openstack.OSFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** openstack4j, which insists on logging in at a Keystone and learns there where the image service is. */
@ProductionTest
class Openstack4jTest {
    private static final KeystoneStandIn KEYSTONE = new KeystoneStandIn();

    @Autowired
    Catalogue catalogue;

    private ImageService images;

    @DynamicPropertySource
    static void askKeystone(DynamicPropertyRegistry properties) {
        properties.add("image-sunset.identity.urls", KEYSTONE::url);
    }

    @BeforeEach
    void logIn(@Autowired dev.imagesunset.server.ImageService service) {
        String token = "gAAAAABh" + UUID.randomUUID();
        KEYSTONE.issue(token, KeystoneStandIn.IN_PROJECT, "member");
        KEYSTONE.logsIn(token, KeystoneStandIn.IN_PROJECT, "http://localhost:" + service.port());
        images = OSFactory.builderV3()
                .endpoint(KEYSTONE.url() + "/v3")
                .credentials("mia", "a-password", Identifier.byName("Default"))
                .scopeToProject(Identifier.byId("demo"))
                .authenticate()
                .imagesV2();
    }

    @AfterAll
    static void close() {
        KEYSTONE.close();
    }

    @Test
    void createsAnImage() {
        Image created = images.create(Builders.imageV2()
                .name("from openstack4j")
                .diskFormat(DiskFormat.QCOW2)
                .containerFormat(ContainerFormat.BARE)
                .visibility(Image.ImageVisibility.PRIVATE)
                .minDisk(3L)
                .osDistro("debian")
                .additionalProperty("flavour", "vanilla")
                .build());
        assertThat(created.getStatus()).isEqualTo(Image.ImageStatus.QUEUED);
        assertThat(created.getOwner()).isEqualTo("demo");
        assertThat(created.getCreatedAt()).isNotNull();
        assertThat(images.get(created.getId())).satisfies(image -> {
            assertThat(image.getName()).isEqualTo("from openstack4j");
            assertThat(image.getDiskFormat()).isEqualTo(DiskFormat.QCOW2);
            assertThat(image.getMinDisk()).isEqualTo(3);
            assertThat(image.getOsDistro()).isEqualTo("debian");
            assertThat(image.getAdditionalPropertyValue("flavour")).isEqualTo("vanilla");
        });
    }

    @Test
    void listsWhatAFilterLetsThrough() {
        UUID open = catalogue.imageOf("demo", "private");
        UUID guarded = catalogue.protectedImageOf("demo", "private");
        assertThat(images.list()).extracting(Image::getId).contains(open.toString(), guarded.toString());
        assertThat(images.list(Map.of("protected", "true", "sort_key", "id", "limit", "1000")))
                .extracting(Image::getId)
                .contains(guarded.toString())
                .doesNotContain(open.toString());
    }

    @Test
    void changesAnImage() {
        Image before = images.get(catalogue.imageOf("demo", "private").toString());
        Image after = images.update(before.toBuilder()
                .name("renamed")
                .isProtected(true)
                .additionalProperty("flavour", "mint")
                .build());
        assertThat(after.getName()).isEqualTo("renamed");
        assertThat(after.getIsProtected()).isTrue();
        assertThat(after.getAdditionalPropertyValue("flavour")).isEqualTo("mint");
        assertThat(after.getOsDistro()).isEqualTo("debian");
    }

    @Test
    void takesATag() {
        UUID id = catalogue.imageOf("demo", "private");
        assertThat(images.deleteTag(id.toString(), "nightly").isSuccess()).isTrue();
        assertThat(images.get(id.toString()).getTags()).isEmpty();
    }

    @Test
    void deletesAnImageOnce() {
        UUID id = catalogue.imageOf("demo", "private");
        assertThat(images.delete(id.toString()).isSuccess()).isTrue();
        assertThat(catalogue.row(id)).containsEntry("status", "deleted").containsEntry("deleted_by", "mia");
        ActionResponse again = images.delete(id.toString());
        assertThat(again.getCode()).isEqualTo(404);
        assertThat(images.get(id.toString())).isNull();
    }

    @Test
    void isToldThatAnImageIsProtected() {
        UUID id = catalogue.protectedImageOf("demo", "private");
        ActionResponse refused = images.delete(id.toString());
        assertThat(refused.getCode()).isEqualTo(403);
        assertThat(refused.getFault()).startsWith("The image is protected");
        assertThat(catalogue.row(id)).containsEntry("status", "active");
    }

    @Test
    void isToldThatAnImageCannotBe() {
        assertThatExceptionOfType(ClientResponseException.class)
                .isThrownBy(() ->
                        images.create(Builders.imageV2().name("n".repeat(256)).build()))
                .withMessageContaining("255 characters")
                .satisfies(refusal -> assertThat(refusal.getStatus()).isEqualTo(400));
    }
}
