package dev.imagesunset.server.sunset;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.imagesunset.server.Chromium;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page for callers about the end, as it looks on a phone. */
@ServerTest
class DeprecationPageInABrowserTest {
    private static final int PHONE = 390;

    private final Chromium chromium = new Chromium();
    private final Page page = chromium.context(new Browser.NewContextOptions().setViewportSize(PHONE, 844))
            .newPage();

    @Autowired
    ImageService service;

    @BeforeEach
    void openThePage() {
        page.navigate("http://localhost:" + service.port() + "/deprecation");
    }

    @AfterEach
    void closeTheBrowser() {
        chromium.close();
    }

    @Test
    void itIsNoWiderThanAPhone() {
        picture("deprecation-phone");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(PHONE);
    }

    @Test
    void itIsReadOnADesktop() {
        page.setViewportSize(1280, 900);
        picture("deprecation");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(1280);
    }

    /** For the documentation and for the eye. */
    private void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", name + ".png"))
                .setFullPage(true));
    }

    @Test
    void itHasALandmarkAndAnIconThatExists() {
        assertThat(page.getByRole(AriaRole.MAIN)).isVisible();
        String icon =
                (String) page.evaluate("document.querySelector('link[rel=icon]')?.getAttribute('href') ?? 'none'");
        assertThat(service.send("GET", "/" + icon, Map.of()).status()).isEqualTo(200);
    }

    @Test
    void aPathBreaksAfterASlashAndNowhereElse() {
        Object halves = page.evaluate("""
                () => {
                  const text = document.createRange();
                  return [...document.querySelectorAll("h1 code, p code")].flatMap(code => [...code.childNodes])
                      .filter(part => part.nodeType === Node.TEXT_NODE && !part.data.includes(" "))
                      .filter(part => { text.selectNodeContents(part); return text.getClientRects().length > 1; })
                      .map(part => part.data);
                }
                """);
        assertThat(halves).isEqualTo(List.of());
        assertThat(page.locator("h1 wbr")).hasCount(3);
    }

    @Test
    void whatScrollsCanBeReachedWithAKeyboard() {
        assertThat(page.locator("pre")).hasCount(3);
        assertThat(page.locator("pre:not([tabindex='0'])")).hasCount(0);
    }

    @Test
    void noEnterInAFieldSaysAWord() {
        List<String> said = new ArrayList<>();
        page.route("**/my/words", route -> {
            said.add(route.request().postData());
            route.fulfill(new Route.FulfillOptions().setStatus(201).setBody("{}"));
        });
        ask("demo-member");
        page.locator("#reason").fill("batch job, until March");
        page.locator("#reason").press("Enter");
        page.locator("#until").press("Enter");
        page.locator("[value=moved]").click();
        assertThat(page.locator("#answer")).containsText("That is kept.");
        assertThat(said).singleElement().asString().contains("\"moved\"");
    }

    @Test
    void aSlowAnswerDoesNotReplaceThatToALaterQuestion() {
        List<Route> slow = new ArrayList<>();
        page.route("**/my/calls", route -> {
            if ("slow".equals(route.request().headers().get("x-auth-token"))) {
                slow.add(route);
            } else {
                route.resume();
            }
        });
        ask("slow");
        ask("demo-member");
        assertThat(page.locator("#calls")).isVisible();
        page.waitForResponse("**/my/calls", () -> slow.get(0)
                .fulfill(new Route.FulfillOptions().setStatus(401).setBody("{\"detail\": \"late\"}")));
        page.evaluate("() => new Promise(done => setTimeout(done, 100))");
        assertThat(page.locator("#calls")).isVisible();
        assertThat(page.locator("#answer")).not().containsText("late");
        ask("slow");
        assertThat(page.locator("#calls")).isHidden();
    }

    private void ask(String token) {
        page.locator("#token").fill(token);
        page.locator("#token").press("Enter");
    }

    @Test
    void noLinkLeavesAPathThatAProxyHasPutBefore() {
        assertThat(page.locator("[href^='/'], [src^='/']")).hasCount(0);
    }
}
