package dev.imagesunset.server.sunset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.Answer;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class SunsetPageIsServedTest {
    private static final Pattern REFERENCE = Pattern.compile("(?:src=|href=|from )\"(?:\\./)?([^\"]*)\"");

    @Autowired
    ImageService service;

    @ParameterizedTest
    @ValueSource(strings = {"/sunset", "/sunset.js", "/sunset-end.js"})
    void withoutATokenAndWithEverythingThatItNeeds(String path) {
        Answer page = service.send("GET", path, Map.of("Accept", "text/html, */*"));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'self'")
                .doesNotContain("unsafe-eval");
        assertThat(REFERENCE.matcher(page.body()).results()).isNotEmpty().allSatisfy(reference -> assertThat(
                        service.send("GET", "/" + reference.group(1), Map.of("Accept", "text/html, */*"))
                                .status())
                .as(reference.group(1))
                .isEqualTo(200));
    }
}
