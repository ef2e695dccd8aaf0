package dev.imagesunset.server.sunset;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** In front of an image service whose v2 has callers that nobody counts. */
@TestPropertySource(properties = "image-sunset.upstream.url=http://localhost:1")
class UnknownShareOnTheSunsetPageTest extends OnTheSunsetPage {
    @Test
    void whatNobodyKnowsIsNotSaidToBeZero() {
        calls.of("staying", "v1.1", 1000, now);
        OperatorsTab tab = tab().openWith(ADMIN);
        assertThat(tab.caller("staying").nth(5)).hasText("unknown");
        assertThat(tab.text("tile-moved")).hasText("unknown");
        assertThat(tab.button("v1.1:")).hasText("v1.1: 1,000");
        assertThat(tab.button("v2:")).hasText("v2: unknown");
    }
}
