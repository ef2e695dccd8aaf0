package dev.imagesunset.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.api.ImageServiceContract;
import dev.imagesunset.server.Answer;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class TheContractIsServedTest {
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    @Autowired
    ImageService service;

    @Test
    void asItIsToTheLetter() throws IOException {
        Answer answer = service.send("GET", ImageServiceContract.PATH, Map.of());
        assertThat(answer.header("Content-Type")).isEqualTo("application/yaml");
        try (InputStream contract = ImageServiceContract.url().openStream()) {
            assertThat(answer.body()).isEqualTo(new String(contract.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void throughAPageThatNeedsNothingFromOutside() {
        Answer page = service.send("GET", "/", Map.of("Accept", "text/html"));
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'self'");
        assertThat(REFERENCE.matcher(page.body()).results())
                .hasSizeGreaterThan(3)
                .allSatisfy(reference -> assertThat(service.send("GET", "/" + reference.group(1), Map.of())
                                .status())
                        .as(reference.group(1))
                        .isEqualTo(200));
    }
}
