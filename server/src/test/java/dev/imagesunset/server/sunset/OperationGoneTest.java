package dev.imagesunset.server.sunset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.contract.Contract;
import dev.imagesunset.server.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The contract's examples of 410 are what the server answers. */
class OperationGoneTest {
    private static final Instant END = Instant.parse("2027-12-01T11:00:00Z");

    private final Contract contract = new Contract();
    private final Deprecation deprecation =
            new Deprecations(contract, new EndOfLifeProperties(null, List.of(), Duration.ofDays(14))).first();

    @Test
    void ofTheSunset() {
        assertThatTheExampleIs(OperationGone.forGood(deprecation));
    }

    @Test
    void ofABrownout() {
        Brownout brownout = new Brownout(END.minus(Duration.ofHours(1)), END, Set.of(), 100);
        assertThatTheExampleIs(OperationGone.forNow(deprecation, brownout, brownout.start()));
    }

    @Test
    void ofNewcomers() {
        assertThatTheExampleIs(OperationGone.forNewcomers(deprecation, Instant.parse("2026-07-01T00:00:00Z")));
    }

    private void assertThatTheExampleIs(Refusal gone) {
        assertThat(examples().valueStream().map(example -> example.get("value")))
                .filteredOn(example ->
                        example.get("code").asString().equals(gone.code().word()))
                .singleElement()
                .satisfies(
                        example -> assertThat(example.get("detail").asString()).isEqualTo(gone.detail()));
    }

    private JsonNode examples() {
        Map<String, Object> document = new Yaml().load(contract.text());
        return JsonMapper.shared()
                .<JsonNode>valueToTree(document)
                .at("/components/responses")
                .valueStream()
                .map(response -> response.at("/content/application~1problem+json/examples"))
                .filter(examples -> examples.has("brownout"))
                .findFirst()
                .orElseThrow();
    }
}
