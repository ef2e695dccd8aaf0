package dev.imagesunset.server.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ProductionTest;
import dev.imagesunset.server.access.KeystoneStandIn;
import dev.imagesunset.server.request.OpenExchanges;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** An operator who reads of a caller knows whom to write to. */
@ProductionTest
class RecognisingACallerTest {
    private static final KeystoneStandIn KEYSTONE = new KeystoneStandIn();

    @Autowired
    ImageService service;

    @Autowired
    OpenExchanges open;

    @Autowired
    CallStore store;

    @DynamicPropertySource
    static void useTheStandIn(DynamicPropertyRegistry properties) {
        properties.add("image-sunset.identity.urls", KEYSTONE::url);
        KEYSTONE.issue(
                "good",
                KeystoneStandIn.IN_PROJECT.replace("\"name\": \"demo\"", "\"name\": \"Nightly builds\""),
                "member");
        KEYSTONE.issue(
                "odd",
                KeystoneStandIn.IN_PROJECT.replace("\"name\": \"demo\"", "\"name\": \"Nightly\\u0000 builds\""),
                "member");
        KEYSTONE.issue("admins", KeystoneStandIn.IN_PROJECT, "admin");
    }

    @AfterAll
    static void close() {
        KEYSTONE.close();
    }

    @Test
    void nameDomainUserProgramsAndLastRequestOfAProjectAreTold() {
        call("good", "curl/7.88.1");
        call("good", "nightly-cleanup 1.2 (team images)");
        Answer last = call("good", "curl/7.88.1");
        JsonNode caller = caller("demo");
        assertThat(caller.get("name").asString()).isEqualTo("Nightly builds");
        assertThat(caller.get("domain").asString()).isEqualTo("Default");
        assertThat(caller.get("last_user").asString()).isEqualTo("mia");
        assertThat(caller.get("last_request_id").asString()).isEqualTo(last.header("X-Openstack-Request-Id"));
        assertThat(caller.get("user_agents"))
                .extracting(JsonNode::asString)
                .containsExactly("nightly-cleanup 1.2 (team images)", "curl/7.88.1");

        for (int version = 1; version <= 6; version++) {
            call("good", "a-tool/" + version);
            store();
        }
        assertThat(caller("demo").get("user_agents"))
                .extracting(JsonNode::asString)
                .containsExactly("a-tool/6", "a-tool/5", "a-tool/4", "a-tool/3", "a-tool/2");
    }

    @Test
    void aNameThatCannotBeStoredIsTheOnlyOneThatSuffers() {
        call("odd", "curl/7.88.1");
        assertThat(caller("demo").get("name").asString()).isEqualTo("Nightly? builds");
    }

    @Test
    void ofCallsWithoutAGoodTokenNobodyIsNamed() {
        call("bad", "curl/7.88.1");
        JsonNode unknown = caller("-");
        assertThat(unknown.has("name")).isFalse();
        assertThat(unknown.has("last_user")).isFalse();
        assertThat(unknown.get("user_agents").toString()).isEqualTo("[\"curl/7.88.1\"]");
    }

    private Answer call(String token, String userAgent) {
        return service.deleteWith(UUID.randomUUID(), Map.of("X-Auth-Token", token, "User-Agent", userAgent));
    }

    private void store() {
        open.awaitNone(Duration.ofSeconds(5));
        store.store();
    }

    private JsonNode caller(String project) {
        store();
        return service.call("GET", "/operator/callers", "admins")
                .json()
                .get("callers")
                .valueStream()
                .filter(caller -> caller.get("project").asString().equals(project))
                .findFirst()
                .orElseThrow();
    }
}
