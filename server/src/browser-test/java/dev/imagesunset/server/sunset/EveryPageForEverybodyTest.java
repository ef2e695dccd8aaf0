package dev.imagesunset.server.sunset;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.imagesunset.server.Axe;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** No page of ours has what keeps somebody from reading or using it, in light and dark, on a desk and on a phone. */
@TestPropertySource(
        properties = {
            "image-sunset.v1-1.brownouts[0].day=TUESDAY",
            "image-sunset.v1-1.brownouts[0].time=10:00",
            "image-sunset.v1-1.brownouts[0].duration=2h"
        })
class EveryPageForEverybodyTest extends OnTheSunsetPage {
    private static final int[] WIDTHS = {1280, 390};

    @Test
    void theContract() {
        everywhere("/", page -> {
            assertThat(page.locator(".opblock-deprecated .opblock-body")).isVisible();
            page.locator("#operations-Images-listImages .opblock-summary-control")
                    .click();
            assertThat(page.locator("#operations-Images-listImages .responses-table"))
                    .isVisible();
        });
    }

    @Test
    void theSunset() {
        calls.of("moving", "v1.1", "openstacksdk", "ok", 20, now);
        calls.of("moving", "v1.1", "curl", "image-not-found", 5, now);
        calls.of("moving", "v2", 75, now);
        everywhere("/sunset", page -> {
            page.getByLabel("Token of an operator").fill(ADMIN);
            page.keyboard().press("Enter");
            assertThat(page.locator("#rules"))
                    .containsText("For all projects every Tuesday, 10:00 to 12:00 UTC, until 31 ");
            assertThat(page.locator("#later summary")).hasText("The next 19");
            page.locator("#later summary").click();
            page.getByText("As a table").click();
        });
    }

    @Test
    void aProject() {
        calls.of("moving", "v1.1", "curl", "image-not-found", 5, now);
        everywhere("/sunset", page -> {
            page.getByLabel("Token of an operator").fill(ADMIN);
            page.keyboard().press("Enter");
            page.getByText("moving", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("#project-calls")).isVisible();
        });
    }

    @Test
    void theQuestionForAToken() {
        everywhere("/sunset", page -> {
            page.getByLabel("Token of an operator").fill("nonsense");
            page.keyboard().press("Enter");
            assertThat(page.locator("#notice")).isVisible();
        });
    }

    @Test
    void theDeprecation() {
        everywhere("/deprecation", page -> {});
    }

    @Test
    void thePageThatIsNotThere() {
        everywhere("/nonexistent", page -> assertThat(page.locator("main")).isVisible());
    }

    private void everywhere(String path, Consumer<Page> use) {
        SoftAssertions all = new SoftAssertions();
        for (ColorScheme colours : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            for (int width : WIDTHS) {
                Page page = chromium.context(new Browser.NewContextOptions()
                                .setViewportSize(width, 900)
                                .setColorScheme(colours))
                        .newPage();
                page.navigate("http://localhost:" + service.port() + path);
                use.accept(page);
                all.assertThat(Axe.findings(page))
                        .as("%s, %s, %s px", path, colours, width)
                        .isEmpty();
                all.assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as("width of %s on %s px", path, width)
                        .isEqualTo(width);
            }
        }
        all.assertAll();
    }
}
