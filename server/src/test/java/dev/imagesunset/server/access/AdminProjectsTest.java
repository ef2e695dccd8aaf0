package dev.imagesunset.server.access;

import static dev.imagesunset.server.access.KeystoneStandIn.IN_PROJECT;
import static dev.imagesunset.server.access.KeystoneStandIn.IN_SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ProductionTest;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Where a setting names the projects in which the role admin counts. */
@ProductionTest
class AdminProjectsTest {
    private static final KeystoneStandIn KEYSTONE = new KeystoneStandIn();

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @DynamicPropertySource
    static void nameTheProjects(DynamicPropertyRegistry properties) {
        properties.add("image-sunset.identity.urls", KEYSTONE::url);
        properties.add("image-sunset.access.admin-projects", () -> "cloud-admins, operations");
        KEYSTONE.issue("of-operations", IN_PROJECT.replace("demo", "operations"), "admin", "member", "reader");
        KEYSTONE.issue("of-the-system", IN_SYSTEM, "admin");
        KEYSTONE.issue("of-demo", IN_PROJECT, "admin", "member", "reader");
        KEYSTONE.issue("of-demo-alone", IN_PROJECT, "admin");
    }

    @AfterAll
    static void close() {
        KEYSTONE.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"of-operations", "of-the-system"})
    void anAdminOfOneOfThemOrOfTheSystemIsAdminOfEverything(String token) {
        assertThat(service.call("GET", "/operator/tombstones", token).status()).isEqualTo(200);
        assertThat(service.delete(catalogue.imageOf("other", "private"), token).status())
                .isEqualTo(204);
    }

    @Test
    void anAdminOfAnotherHasWhatItsOtherRolesGive() {
        service.call("GET", "/operator/tombstones", "of-demo").isRefusal(403, "admin-only");
        service.delete(catalogue.imageOf("other", "private"), "of-demo").isRefusal(404, "image-not-found");
        UUID own = catalogue.imageOf("demo", "private");
        assertThat(service.delete(own, "of-demo").status()).isEqualTo(204);
    }

    @Test
    void andNothingWithoutThem() {
        UUID own = catalogue.imageOf("demo", "private");
        service.call("GET", "/v2/images/" + own, "of-demo-alone").isRefusal(404, "image-not-found");
        service.delete(own, "of-demo-alone").isRefusal(404, "image-not-found");
    }
}
