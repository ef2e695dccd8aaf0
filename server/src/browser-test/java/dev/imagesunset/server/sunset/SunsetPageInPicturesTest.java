package dev.imagesunset.server.sunset;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.imagesunset.server.ClockBeforeTheEnd;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Many have moved, some have not. The pictures, target/sunset*.png, are for docs/operating.md and for the eye. */
class SunsetPageInPicturesTest extends OnTheSunsetPage {
    private static final int DAYS = 90;

    @DynamicPropertySource
    static void decide(DynamicPropertyRegistry settings) {
        Instant inFiveDays =
                new ClockBeforeTheEnd().instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(5 * 24 + 10));
        settings.add("image-sunset.v1-1.brownouts[0].start", inFiveDays::toString);
        settings.add("image-sunset.v1-1.brownouts[0].duration", () -> "1h");
        settings.add("image-sunset.v1-1.brownouts[0].percent", () -> "10");
    }

    @BeforeEach
    void someHaveMovedAndSomeHaveNot() {
        for (int day = 0; day < DAYS; day++) {
            int before = DAYS - 1 - day;
            calls("demo", "openstacksdk", before, 900 - 9 * day, 60 + 11 * day);
            calls("5f7c1a9e8b3d4c2a9e8b7d6c5f4a3b2c", "curl", before, 260, 3 * day);
            calls("0d2b7e64c1f94ab5a3e8d7061f5c9b28", "Terraform", before, before < 12 ? 0 : 140, day < 60 ? 0 : 150);
        }
        calls.of("-", "v1.1", "python-requests", "token-missing", 42, now.minus(Duration.ofHours(7)));
        calls.of("demo", "v1.1", "Java", "image-not-found", 17, now.minus(Duration.ofMinutes(9)));
    }

    /** Fewer at the weekend. */
    private void calls(String project, String agent, int daysAgo, int deprecated, int successor) {
        Instant then = now.minus(Duration.ofDays(daysAgo));
        int part = Math.floorMod(then.getEpochSecond() / Duration.ofDays(1).toSeconds() + 3, 7) < 5 ? 1 : 3;
        if (deprecated > 0) {
            calls.of(project, "v1.1", agent, "ok", deprecated / part, then);
        }
        calls.of(project, "v2", agent, "ok", successor / part, then);
    }

    @Test
    void theNextBrownoutIsAnnouncedOnAllScreensInLightAndDark() {
        picture("sunset", 1280, 1240, ColorScheme.LIGHT);
        picture("sunset-dark", 1280, 1240, ColorScheme.DARK);
        picture("sunset-phone", 320, 640, ColorScheme.LIGHT);
    }

    private void picture(String name, int width, int height, ColorScheme colours) {
        OperatorsTab tab = tab(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setTimezoneId("Europe/Berlin")
                        .setColorScheme(colours))
                .openWith(ADMIN);
        assertThat(tab.text("brownout-title")).hasText("Next brownout");
        assertThat(tab.text("brownout")).containsText("For 10 % of projects; starts in ");
        tab.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target", name + ".png"))
                        .setFullPage(true));
    }
}
