package dev.imagesunset.server.pact;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pact that a consumer in TypeScript has written with pact-js, as it is. */
class TypeScriptConsumerTest {
    private final Map<String, String> properties = new HashMap<>();

    @BeforeEach
    void pactsAreWhereTheConsumerWritesThem(@TempDir Path temporary) {
        properties.put("pact.folder", "src/pact-test/node/pacts");
        properties.put("pact.endReport", temporary.resolve("endings.json").toString());
        properties.put("pact.summary", temporary.resolve("summary.md").toString());
    }

    @Test
    void itIsKeptToday() {
        assertThat(Verification.with(properties)).isEqualTo(new Verification(3, List.of()));
    }

    @Test
    void asOf2028ItsCallOfV11Fails() {
        properties.put("pact.asOf", "2028-01-01");
        assertThat(Verification.with(properties).failures())
                .containsExactly("As of 2028-01-01 the pact of webshop does not hold: \"deleting an image\" calls "
                        + "DELETE /v1.1/images/{image_id}, which is gone from 2027-12-31 on. "
                        + "Call DELETE /v2/images/{image_id} instead.");
    }
}
