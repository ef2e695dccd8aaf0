package dev.imagesunset.server.sunset;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The countdown and the curve, as time goes by and on any screen. */
class WatchingTheSunsetTest extends OnTheSunsetPage {
    private static final String CURVE_COLOUR = "Chart.getChart('curve').data.datasets[0].borderColor";

    @Test
    void theCountdownFollowsTheClockOfTheServer() {
        OperatorsTab tab = tab();
        tab.page().clock().setFixedTime(Date.from(Instant.parse("2040-01-01T00:00:00Z")));
        tab.openWith(ADMIN);
        Duration left = Duration.between(Instant.now(), Instant.parse("2027-12-31T00:00:00Z"));
        assertThat(tab.text("countdown")).containsText(left.toDays() + " day");
        assertThat(tab.text("date")).containsText("31 December 2027, 00:00 UTC");
        assertThat(tab.text("phase")).hasText("Works, and every answer says that it ends");
        assertThat(tab.page()).hasTitle(Pattern.compile(left.toDays() + " days? .* until v1.1 is gone"));
    }

    @Test
    void theCurveHasEveryDayAndThoseWithoutCallsAreZero() {
        calls.of("demo", "v1.1", 12, now);
        calls.of("demo", "v2", 34, now.minus(Duration.ofDays(89)));
        OperatorsTab tab = tab().openWith(ADMIN);
        assertThat(tab.button("v1.1:")).hasText("v1.1: 12");

        String today = now.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        assertThat(tab.text("days").locator("tr")).hasCount(90);
        assertThat(tab.text("days").locator("tr").first()).hasText(today + "120");
        assertThat(tab.text("days").locator("tr").last()).containsText("034");
        assertThat(tab.evaluate("Chart.getChart('curve').data.datasets.map(d => d.data.filter(n => n > 0))"))
                .isEqualTo(List.of(List.of(12), List.of(34)));

        tab.button("v2:").click();
        assertThat(tab.evaluate("Chart.getChart('curve').isDatasetVisible(1)")).isEqualTo(false);
        assertThat(tab.button("v2:")).hasAttribute("aria-pressed", "false");
    }

    @Test
    void theFiguresAreRefreshedEveryHalfMinute() {
        OperatorsTab tab = tab();
        tab.page().clock().install();
        tab.openWith(ADMIN);
        assertThat(tab.text("tile-calls")).hasText("0");
        calls.of("late", "v1.1", 5, now);
        tab.page().clock().runFor(30_000);
        assertThat(tab.text("tile-calls")).hasText("5");
    }

    @Test
    void whileTheServerCannotAnswerItSaysWhyAndTriesAgain() {
        OperatorsTab tab = tab();
        AtomicBoolean isDown = answersAtFirst(
                tab,
                new Route.FulfillOptions()
                        .setStatus(503)
                        .setHeaders(Map.of("Retry-After", "1", "Content-Type", "application/problem+json"))
                        .setBody("{\"detail\": \"The database does not answer.\"}"));
        tab.openWith(ADMIN);
        assertThat(tab.notice()).hasText("The database does not answer. Trying again in 1 s.");
        isDown.set(false);
        assertThat(tab.text("figures")).isVisible();
        assertThat(tab.notice()).isHidden();
    }

    @Test
    void anAnswerThatIsCutOffIsNotTheLast() {
        OperatorsTab tab = tab();
        AtomicBoolean isCut =
                answersAtFirst(tab, new Route.FulfillOptions().setStatus(200).setBody("{\"now\":"));
        tab.page().clock().install();
        tab.openWith(ADMIN);
        assertThat(tab.notice()).containsText("does not understand");
        isCut.set(false);
        tab.page().clock().runFor(30_000);
        assertThat(tab.text("figures")).isVisible();
        assertThat(tab.complaints()).singleElement().asString().contains("JSON");
        tab.complaints().clear();
    }

    /** Until it is set to false. */
    private static AtomicBoolean answersAtFirst(OperatorsTab tab, Route.FulfillOptions answer) {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        tab.page().route("**/operator/**", route -> {
            if (isFirst.get()) {
                route.fulfill(answer);
            } else {
                route.resume();
            }
        });
        return isFirst;
    }

    @Test
    void onAPhoneNothingIsWiderThanTheScreen() {
        calls.of("x".repeat(255), "v1.1", "python-requests", "image-owned-by-another-project", 123_456_789, now);
        calls.of("5f7c1a9e8b3d4c2a9e8b7d6c5f4a3b2c", "v2", 123_456_789, now);
        OperatorsTab tab =
                tab(new Browser.NewContextOptions().setViewportSize(320, 640)).openWith(ADMIN);
        assertThat(tab.callers()).hasCount(1);
        tab.page().getByText("As a table").click();
        assertThat(tab.evaluate("document.documentElement.scrollWidth")).isEqualTo(320);
        assertThat(
                        tab.evaluate(
                                "document.getElementById('callers').scrollWidth <= document.getElementById('callers').clientWidth"))
                .isEqualTo(true);
    }

    @Test
    void lightAndDarkAreTheSystemsAndTheCurveFollows() {
        OperatorsTab tab = tab().openWith(ADMIN);
        assertThat(tab.text("figures")).isVisible();
        assertThat(tab.page().locator("body")).hasCSS("background-color", "rgb(244, 246, 248)");
        Object light = tab.evaluate(CURVE_COLOUR);

        tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(tab.page().locator("body")).hasCSS("background-color", "rgb(16, 21, 27)");
        tab.page().waitForCondition(() -> !tab.evaluate(CURVE_COLOUR).equals(light));
    }
}
