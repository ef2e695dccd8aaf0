package dev.imagesunset.server.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ProductionTest;
import dev.imagesunset.server.RawHttp;
import dev.imagesunset.server.access.KeystoneStandIn;
import dev.imagesunset.server.problem.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Grafana dashboard shows what there is to be seen, and Prometheus' alerts watch what there is. */
@ProductionTest
class DashboardTest {
    private static final Pattern METRIC = Pattern.compile("\\b(?:image_sunset|hikaricp|jvm|process)_[a-z_]+");
    private static final Pattern LABELS = Pattern.compile("by \\([a-z_, ]+\\)|\\{[a-z_]+=|\\{\\{[a-z_]+}}");
    private static final Pattern OUTCOME = Pattern.compile("image_sunset_calls_[^}]*outcome=~?\"([^\"]+)\"");
    private static final Pattern LABEL = Pattern.compile("[a-z_]{3,}");
    /** What only a server in front of an image service has: {@code ImageServiceOutageTest} sees it there. */
    private static final String IN_FRONT = "image_sunset_upstream_requests_seconds_count";

    private static final KeystoneStandIn KEYSTONE = new KeystoneStandIn();

    private final JsonNode dashboard = JsonMapper.shared().readTree(read("image-sunset.json"));

    @Autowired
    ImageService service;

    @Value("${local.management.port}")
    int operatorsPort;

    DashboardTest() throws IOException {}

    private static String read(String file) throws IOException {
        return Files.readString(Path.of("..", "docs", "grafana", file));
    }

    @DynamicPropertySource
    static void useTheStandIns(DynamicPropertyRegistry properties) {
        properties.add("image-sunset.identity.urls", KEYSTONE::url);
        KEYSTONE.issue("good", KeystoneStandIn.IN_PROJECT, "member");
    }

    @AfterAll
    static void close() {
        KEYSTONE.close();
    }

    @Test
    void everyQueryIsOfFiguresThatTheServerHas() {
        service.delete(UUID.randomUUID(), "good");
        service.call("DELETE", "/v2/images/" + UUID.randomUUID(), "good");
        await().untilAsserted(() -> assertThat(figures())
                .contains("version=\"v1.1\"", "version=\"v2\"", "image_sunset_calls_seconds_count"));
        String figures = figures();
        assertThat(queries()).isNotEmpty();
        assertThat(alerts()).isNotEmpty();
        assertThat(Stream.concat(queries().stream(), alerts().stream())).allSatisfy(query -> {
            List<String> metrics =
                    METRIC.matcher(query).results().map(MatchResult::group).toList();
            assertThat(metrics)
                    .isNotEmpty()
                    .filteredOn(metric -> !metric.equals(IN_FRONT))
                    .allSatisfy(metric -> assertThat(figures).containsPattern("(?m)^" + metric + "[{ ]"));
        });
    }

    @Test
    void whatEveryJavaProgramHasIsShownOfThisOneOnly() {
        assertThat(queries())
                .filteredOn(
                        query -> query.contains("hikaricp_") || query.contains("jvm_") || query.contains("process_"))
                .hasSize(5)
                .allSatisfy(query -> assertThat(query).contains(" and on (job, instance) image_sunset_date"));
    }

    @Test
    void everyLabelIsOneThatTheFiguresHaveOrThatPrometheusAdds() {
        service.delete(UUID.randomUUID(), "good");
        await().untilAsserted(() -> assertThat(figures()).contains("image_sunset_calls_seconds_count{"));
        String figures = figures();
        assertThat(labels()).contains("version", "agent", "outcome").allSatisfy(label -> assertThat(figures)
                .containsPattern("[{,]" + label + "=\""));
    }

    @Test
    void everyPanelTakesItsFiguresFromTheDataSourceThatIsChosen() {
        assertThat(dashboard.get("panels")).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.at("/datasource/uid").asString()).isEqualTo("${datasource}");
            assertThat(panel.get("description").asString()).isNotBlank();
            assertThat(panel.get("targets")).isNotEmpty();
        });
    }

    @Test
    void everyAlertOfAnOutcomeIsOfOneThatThereIs() {
        List<String> codes =
                Stream.of(ProblemCode.values()).map(ProblemCode::word).toList();
        List<String> outcomes = OUTCOME.matcher(String.join(" ", alerts()))
                .results()
                .flatMap(match -> Stream.of(match.group(1).split("\\|")))
                .toList();
        assertThat(outcomes).isNotEmpty().allSatisfy(outcome -> assertThat(codes)
                .anyMatch(code -> code.matches(outcome)));
    }

    @Test
    void noAlertSaysThatTheEndComesWhenItHasCome() {
        assertThat(alerts())
                .filteredOn(alert -> alert.contains("max(image_sunset_date) - time()"))
                .hasSize(3)
                .allSatisfy(alert -> assertThat(alert).endsWith("and max(image_sunset_date) > time()"));
    }

    private static List<String> alerts() {
        try (Reader yaml = Files.newBufferedReader(Path.of("..", "docs", "prometheus", "alerts.yaml"))) {
            Object alerts = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            return JsonMapper.shared().<JsonNode>valueToTree(alerts).findValuesAsString("expr");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> queries() {
        return dashboard.findValuesAsString("expr");
    }

    private Set<String> labels() {
        return LABELS.matcher(String.join(" ", dashboard.findValuesAsString("expr")) + " "
                        + String.join(" ", dashboard.findValuesAsString("legendFormat")))
                .results()
                .flatMap(match -> LABEL.matcher(match.group()).results())
                .map(MatchResult::group)
                .filter(label -> !Set.of("instance", "method", "answer").contains(label))
                .collect(Collectors.toSet());
    }

    private String figures() {
        return RawHttp.send(operatorsPort, "GET /actuator/prometheus HTTP/1.1").body();
    }
}
