package dev.imagesunset.server.sunset;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.imagesunset.server.ClockBeforeTheEnd;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the operator has decided about the end is on the page. */
class BrownoutsOnTheSunsetPageTest extends OnTheSunsetPage {
    private static final String SETTING = "image-sunset.v1-1.brownouts";

    @DynamicPropertySource
    static void decide(DynamicPropertyRegistry settings) {
        String tenMinutesAgo =
                new ClockBeforeTheEnd().instant().minus(Duration.ofMinutes(10)).toString();
        settings.add("image-sunset.v1-1.sunset", () -> "2099-06-30");
        settings.add(SETTING + "[0].start", () -> tenMinutesAgo);
        settings.add(SETTING + "[0].duration", () -> "3h");
        settings.add(SETTING + "[0].percent", () -> "10");
        settings.add(SETTING + "[1].start", () -> "2099-06-01T10:00:00Z");
        settings.add(SETTING + "[1].duration", () -> "1h");
        settings.add(SETTING + "[1].projects", () -> "demo,other");
    }

    @Test
    void theCurrentOneAndTheNextAreShownInUtcAndInLocalTime() {
        OperatorsTab tab = tab().openWith(ADMIN);
        assertThat(tab.text("phase")).hasText("Rests in a brownout");
        assertThat(tab.text("brownout-title")).hasText("Brownout now");
        assertThat(tab.text("brownout")).containsText("For 10 % of projects; ends in 2 hours.");

        tab.page().getByText("1 more").click();
        assertThat(tab.text("later")).containsText("Mon, 1 Jun 2099, 10:00–11:00 UTC");
        assertThat(tab.text("later")).containsText("Mon, 1 Jun 2099, 12:00–13:00 CEST");
        assertThat(tab.text("later")).containsText("For 2 projects (demo, other); starts in ");
    }

    @Test
    void aPostponementIsShown() {
        OperatorsTab tab = tab().openWith(ADMIN);
        assertThat(tab.text("date")).containsText("30 June 2099, 00:00 UTC");
        assertThat(tab.text("postponed")).hasText("Postponed: it was to end on 31 December 2027.");
    }
}
