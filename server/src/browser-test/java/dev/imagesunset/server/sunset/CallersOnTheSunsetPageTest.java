package dev.imagesunset.server.sunset;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The table of those who still call. */
class CallersOnTheSunsetPageTest extends OnTheSunsetPage {
    @Test
    void theFiguresAreThoseOfTheDatabase() {
        Instant daysAgo = now.minus(Duration.ofDays(3));
        calls.of("moving", "v1.1", "openstacksdk", "ok", 20, daysAgo);
        calls.of("moving", "v1.1", "curl", "image-not-found", 5, daysAgo);
        calls.of("moving", "v2", 75, now);
        calls.of("staying", "v1.1", 1000, now);
        calls.of("staying", "v1.1", 234, now.minus(Duration.ofDays(10)));
        calls.of("-", "v1.1", "curl", "token-missing", 7, now.minus(Duration.ofDays(20)));
        OperatorsTab tab = tab().openWith(ADMIN);

        assertThat(tab.caller("moving")).hasText(new String[] {
            "moving",
            "not known",
            "0",
            "25",
            "25",
            "75 %",
            "openstacksdk, curl",
            "5 image-not-found",
            "3 days ago",
            "3 days ago"
        });
        assertThat(tab.caller("staying").nth(4)).hasText("1,234");
        assertThat(tab.caller("without a good token").last()).hasText("20 days ago");
        assertThat(tab.text("tile-callers")).hasText("2");
        assertThat(tab.text("tile-calls")).hasText("1,025");
        assertThat(tab.text("tile-trend")).containsText("234 in the 7 before");
        assertThat(tab.text("tile-moved")).hasText("6.8 %");
        assertThat(tab.button("v1.1:")).hasText("v1.1: 1,259");
        assertThat(tab.button("v2:")).hasText("v2: 75");
    }

    @Test
    void whoIsInTheWayIsThereHoweverLongAgoItCalled() {
        calls.of("quarterly", "v1.1", 1, now.minus(Duration.ofDays(45)));
        for (int day = 60; day < 120; day++) {
            calls.of("gone", "v1.1", 1, now.minus(Duration.ofDays(day)));
        }
        OperatorsTab tab = tab().openWith(ADMIN);
        assertThat(tab.text("verdict")).containsText("not known for 1");
        isInOrder(tab, "quarterly");
        assertThat(tab.page().getByText("Nobody calls it any more.")).isHidden();
        assertThat(tab.text("tile-callers")).hasText("0");
    }

    @Test
    void whoNeverCalledButNeedsTheCallIsThereToo() {
        say("need", "'2028-06-30T00:00:00Z'");
        calls.of("staying", "v1.1", 1, now);
        await().until(() ->
                service.call("GET", "/operator/sunset/readiness", ADMIN).body().contains("yearly"));
        OperatorsTab tab = tab().openWith(ADMIN);
        assertThat(tab.text("verdict")).containsText("of 2 callers, it may not end for 2");
        assertThat(tab.caller("yearly").nth(1)).hasText("no");
        assertThat(tab.caller("yearly").last()).hasText("never");
        say("moved", "NULL");
    }

    private void say(String word, String until) {
        calls.database().sql("""
                INSERT INTO decisions (kind, at, by_user, request, reason, end_at, projects)
                VALUES ('%s', CURRENT_TIMESTAMP, 'mia', 'req-1', 'a test', %s, '["yearly"]')
                """.formatted(word, until)).update();
    }

    @Test
    void theMostFrequentCallersComeFirstAndAnyColumnSorts() {
        calls.of("a", "v1.1", 1, now);
        calls.of("b", "v1.1", 3, now.minus(Duration.ofDays(2)));
        calls.of("c", "v1.1", 2, now.minus(Duration.ofDays(1)));
        OperatorsTab tab = tab().openWith(ADMIN);
        isInOrder(tab, "b", "c", "a");
        assertThat(tab.page().locator("th[aria-sort=descending]")).hasText("30 days");

        tab.button("Quiet since").press("Enter");
        isInOrder(tab, "a", "c", "b");
        tab.button("Quiet since").press("Enter");
        isInOrder(tab, "b", "c", "a");
        assertThat(tab.page().locator("th[aria-sort]")).hasText("Quiet since");
        tab.button("Project").click();
        isInOrder(tab, "a", "b", "c");
    }

    private static void isInOrder(OperatorsTab tab, String... projects) {
        assertThat(tab.callers().locator("th")).hasText(projects);
    }

    @Test
    void callersBeyondThePagesOfTheOperationAreThereToo() {
        IntStream.range(0, 1003).forEach(i -> calls.of("project-%04d".formatted(i), "v1.1", i + 1, now));
        OperatorsTab tab = tab().openWith(ADMIN);
        assertThat(tab.text("tile-callers")).hasText("1,003");
        assertThat(tab.callers()).hasCount(200);
        assertThat(tab.callers().first()).containsText("project-1002");
        tab.button("Show all").click();
        assertThat(tab.callers()).hasCount(1003);
    }

    @Test
    void theNamesOfCallersAreTextWhateverIsInThem() {
        String evil = "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>";
        calls.of(evil, "v1.1", "<b>bold</b>", "<i>outcome</i>", 1, now);
        OperatorsTab tab = tab().openWith(ADMIN);
        assertThat(tab.callers().locator("th")).hasText(evil);
        assertThat(tab.callers()).containsText("<b>bold</b>");
        assertThat(tab.callers()).containsText("1 <i>outcome</i>");
        assertThat(tab.page().locator("#rows :is(img, script, b, i)")).hasCount(0);
        assertThat(tab.evaluate("window.hacked === undefined")).isEqualTo(true);
    }

    @Test
    void oneClickShowsTheDaysProgramsAndWordsOfAProject() {
        String evil = "a/b?c#d&<i>";
        calls.of(evil, "v1.1", "curl", "ok", 20, now);
        calls.of(evil, "v1.1", "curl", "image-not-found", 5, now);
        calls.of("another", "v1.1", "okhttp", "ok", 3000, now);
        OperatorsTab tab = tab().openWith(ADMIN);
        tab.button(evil).click();
        assertThat(tab.text("project-title")).hasText(evil);
        assertThat(tab.text("project-outcomes").locator("li")).hasText(new String[] {"20 ok", "5 image-not-found"});
        assertThat(tab.text("project-days").locator("td")).hasText(new String[] {"25", "0"});
        assertThat(tab.text("project-witnesses")).containsText("It called");
        assertThat(tab.text("project-request")).hasText("req-1");
        tab.page().keyboard().press("Escape");
        assertThat(tab.text("project")).isHidden();

        tab.button("another").press("Enter");
        assertThat(tab.text("project-days").locator("td")).hasText(new String[] {"3,000", "0"});
        tab.button("Close").click();
        assertThat(tab.button("another")).isFocused();
    }

    @Test
    void whenNobodyCallsItSaysSo() {
        OperatorsTab tab = tab().openWith(ADMIN);
        assertThat(tab.page().getByText("Nobody calls it any more.")).isVisible();
        assertThat(tab.text("callers")).isHidden();
        assertThat(tab.text("verdict"))
                .hasText(service.call("GET", "/operator/sunset/readiness", ADMIN)
                        .json()
                        .get("verdict")
                        .asString());
        assertThat(tab.text("brownout")).hasText("None is planned.");
        assertThat(tab.text("loading")).isHidden();
    }
}
