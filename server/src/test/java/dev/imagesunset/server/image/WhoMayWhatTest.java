package dev.imagesunset.server.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ProductionTest;
import dev.imagesunset.server.access.KeystoneStandIn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Every role, in every scope, of every kind of image: each call is answered as the first row of the table that fits it says. */
@ProductionTest
class WhoMayWhatTest {
    /** A list has an image always, only when its visibility is asked for, or never. */
    private static final List<Rule> TABLE = Rule.table("""
            role    scope           owner  visibility  protected | show    list    update     delete
            admin   project,system  *      *           no        | ok      always  ok         ok
            admin   project,system  *      *           yes       | ok      always  ok         protected
            member  project         mine   *           no        | ok      always  ok         ok
            member  project         mine   *           yes       | ok      always  ok         protected
            reader  project         mine   *           *         | ok      always  forbidden  forbidden
            *       *               *      public      *         | ok      always  forbidden  forbidden
            *       *               *      community   *         | ok      asked   forbidden  forbidden
            *       *               *      *           *         | hidden  never   hidden     hidden
            """);

    private static final Map<String, List<String>> ROLES = Map.of(
            "none", List.of(),
            "unknown", List.of("heat_stack_user"),
            "reader", List.of("reader"),
            "member", List.of("member"),
            "admin", List.of("admin"));

    private static final Map<String, String> SCOPES = Map.of(
            "project", KeystoneStandIn.IN_PROJECT,
            "domain", KeystoneStandIn.IN_DOMAIN,
            "system", KeystoneStandIn.IN_SYSTEM,
            "none", KeystoneStandIn.UNSCOPED);

    private static final List<String> OPERATIONS = List.of("show", "list", "update", "delete v1.1", "delete v2");

    private static final KeystoneStandIn KEYSTONE = new KeystoneStandIn();

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @DynamicPropertySource
    static void askKeystone(DynamicPropertyRegistry properties) {
        properties.add("image-sunset.identity.urls", KEYSTONE::url);
    }

    @AfterAll
    static void close() {
        KEYSTONE.close();
    }

    @Test
    void everyCallIsAnsweredAsTheTableSays() {
        List<String> wrong = new ArrayList<>();
        Set<Rule> applied = new HashSet<>();
        int calls = 0;
        for (Case one : cases()) {
            Rule rule = TABLE.stream().filter(row -> row.fits(one)).findFirst().orElseThrow();
            applied.add(rule);
            for (String operation : OPERATIONS) {
                String outcome = outcome(operation, one);
                if (!outcome.equals(rule.of(operation))) {
                    wrong.add("%s %s: %s, not %s".formatted(operation, one, outcome, rule.of(operation)));
                }
                calls++;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(applied).as("rows that decide").hasSameSizeAs(TABLE);
        assertThat(calls).as("calls").isEqualTo(5 * 4 * 3 * 4 * 2 * 5);
    }

    private static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        ROLES.forEach((role, names) -> SCOPES.forEach((scope, json) -> {
            KEYSTONE.issue(Case.token(role, scope), json, names.toArray(String[]::new));
            for (String owner : List.of("mine", "another's", "nobody's")) {
                for (String visibility : List.of("private", "shared", "community", "public")) {
                    cases.add(new Case(role, scope, owner, visibility, "no"));
                    cases.add(new Case(role, scope, owner, visibility, "yes"));
                }
            }
        }));
        return cases;
    }

    private String outcome(String operation, Case one) {
        String owner = one.owner().equals("mine") ? "demo" : "other";
        UUID id = catalogue.image(UUID.randomUUID(), owner, one.visibility(), one.isProtected());
        if (one.owner().equals("nobody's")) {
            catalogue.execute("UPDATE images SET owner = NULL WHERE id = '" + id + "'");
        }
        return switch (operation) {
            case "show" -> outcome(service.call("GET", "/v2/images/" + id, one.token()));
            case "update" ->
                outcome(service.call(
                        "PATCH",
                        "/v2/images/" + id,
                        one.token(),
                        "[{\"op\": \"replace\", \"path\": \"/name\", \"value\": \"new\"}]"));
            case "delete v1.1" -> outcome(service.delete(id, one.token()));
            case "delete v2" -> outcome(service.call("DELETE", "/v2/images/" + id, one.token()));
            default -> listing(id, one);
        };
    }

    private String listing(UUID id, Case one) {
        boolean always = isListed(id, one, "");
        boolean amongAll = isListed(id, one, "&visibility=all");
        boolean amongItsKind = isListed(id, one, "&visibility=" + one.visibility());
        if (amongAll != amongItsKind || (always && !amongAll)) {
            return "always: %s, among all: %s, among its kind: %s".formatted(always, amongAll, amongItsKind);
        }
        String asked = amongAll ? "asked" : "never";
        return always ? "always" : asked;
    }

    private boolean isListed(UUID id, Case one, String query) {
        return !service.call("GET", "/v2/images?id=" + id + query, one.token())
                .json()
                .get("images")
                .isEmpty();
    }

    private static String outcome(Answer answer) {
        if (answer.status() < 300) {
            return "ok";
        }
        String code = answer.problem().get("code").asString();
        return switch (code) {
            case "image-not-found" -> "hidden";
            case "change-not-permitted", "delete-not-permitted" -> "forbidden";
            case "image-protected" -> "protected";
            default -> code;
        };
    }

    private record Case(String role, String scope, String owner, String visibility, String locked) {
        static String token(String role, String scope) {
            return role + "-of-" + scope;
        }

        String token() {
            return token(role, scope);
        }

        boolean isProtected() {
            return locked.equals("yes");
        }

        List<String> values() {
            return List.of(role, scope, owner, visibility, locked);
        }
    }

    /** A row of the table: what it is about, left of the bar, and the outcome of each operation. */
    private record Rule(List<String> about, List<String> outcomes) {
        static List<Rule> table(String text) {
            return text.lines()
                    .skip(1)
                    .map(row -> row.split("\\|", 2))
                    .map(sides -> new Rule(words(sides[0]), words(sides[1])))
                    .toList();
        }

        private static List<String> words(String text) {
            return Arrays.asList(text.strip().split(" +"));
        }

        boolean fits(Case one) {
            for (int i = 0; i < about.size(); i++) {
                List<String> fitting = Arrays.asList(about.get(i).split(","));
                if (!fitting.contains("*") && !fitting.contains(one.values().get(i))) {
                    return false;
                }
            }
            return true;
        }

        String of(String operation) {
            return outcomes.get(Math.min(OPERATIONS.indexOf(operation), outcomes.size() - 1));
        }
    }
}
