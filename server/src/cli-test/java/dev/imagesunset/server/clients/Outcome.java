package dev.imagesunset.server.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command printed, and how it ended. */
record Outcome(int status, String output, String errors) {
    Outcome isGood() {
        assertThat(status).as("status of %s", this).isZero();
        return this;
    }

    /** Holds it to the end of a command that tells a person why it could not do it. */
    Outcome isRefusedBecause(String words) {
        assertThat(status).as("status of %s", this).isEqualTo(1);
        assertThat(errors).contains(words).doesNotContain("Traceback", "has no attribute", "object is not");
        return this;
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(isGood().output);
    }

    List<String> lines() {
        return isGood().output.lines().toList();
    }
}
