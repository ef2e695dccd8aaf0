package dev.imagesunset.server.contract;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.imagesunset.server.Catalogue;
import dev.imagesunset.server.Chromium;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A person with a browser explores the contract, and deletes an image from there. */
@ServerTest
class ExploringTheContractTest {
    private final Chromium chromium = new Chromium();
    private final Page page = chromium.context(new Browser.NewContextOptions().setViewportSize(1280, 1500))
            .newPage();
    private final List<String> complaints = new ArrayList<>();

    @Autowired
    Catalogue catalogue;

    @Autowired
    ImageService service;

    @BeforeEach
    void openThePage() {
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith("http://localhost:") && !request.url().startsWith("data:")) {
                complaints.add("asks another host: " + request.url());
            }
        });
        page.navigate("http://localhost:" + service.port() + "/");
    }

    @AfterEach
    void closeTheBrowser() {
        chromium.close();
    }

    @Test
    void theDeprecationIsPlainlyVisible() {
        assertThat(operation().getByText("Warning: Deprecated")).isVisible();
        assertThat(operation()
                        .getByText("Deprecated since 2016-10-06 and gone on 2027-12-31")
                        .first())
                .isVisible();
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "swagger-ui.png")));
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void theSuccessorComesFirstAndTheWarningLeadsToIt() {
        assertThat(page.locator(".opblock-tag"))
                .containsText(
                        new String[] {"Images", "Image tags", "Images v1.1", "Tombstones", "Sunset", "Discovery"});
        operation().getByText("DELETE /v2/images/{image_id}").first().click();
        assertThat(page.locator("#operations-Images-deleteImage .opblock-body")).isVisible();
        assertThat(page.locator("#operations-Images-deleteImage")).isInViewport();
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void whatAServerAnswersByDefaultComesFirst() {
        assertThat(operation().locator(".responses-table .response[data-code]").first())
                .hasAttribute("data-code", "204");
    }

    @Test
    void theColoursAreTheSystems() {
        assertThat(page.locator("html")).hasCSS("background-color", "rgba(0, 0, 0, 0)");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(page.locator("html")).hasCSS("background-color", "rgb(28, 32, 34)");
    }

    @Test
    void noLinkLeavesAPathThatAProxyHasPutBefore() {
        assertThat(operation().getByText("migration page").first()).hasAttribute("href", "./deprecation");
        assertThat(page.locator("[href^='/'], [src^='/']")).hasCount(0);
    }

    @Test
    void authorizeTryItOutAndExecuteDeleteAnImageOnceAndNotTwice() {
        UUID id = catalogue.imageOf("demo", "private");
        authorize("demo-member");
        button(operation(), "Try it out").click();
        operation().getByPlaceholder("image_id").fill(id.toString());

        button(operation(), "Execute").click();
        assertThat(answer()).hasText("204");
        Assertions.assertThat(catalogue.row(id)).containsEntry("status", "deleted");

        button(operation(), "Execute").click();
        assertThat(answer()).hasText("404");
        assertThat(operation().locator(".live-responses-table")).containsText("image-not-found");
        Assertions.assertThat(complaints).isEmpty();
    }

    /** What the page fills in by itself must be no filter. */
    @Test
    void aListTriedOutAsItIsShowsImages() {
        UUID id = catalogue.imageOf("demo", "private");
        authorize("demo-member");
        Locator list = page.locator("#operations-Images-listImages");
        list.locator(".opblock-summary-control").click();
        button(list, "Try it out").click();
        button(list, "Execute").click();
        assertThat(list.locator(".live-responses-table")).containsText(id.toString());
        Assertions.assertThat(complaints).isEmpty();
    }

    private void authorize(String token) {
        page.locator(".auth-wrapper .authorize").first().click();
        Locator dialog = page.locator(".dialog-ux");
        dialog.locator("input").fill(token);
        dialog.locator("button.authorize").click();
        dialog.locator("button.btn-done").click();
    }

    private Locator operation() {
        return page.locator(".opblock-deprecated");
    }

    private Locator answer() {
        return operation()
                .locator(".live-responses-table tbody .response-col_status")
                .first();
    }

    private static Locator button(Locator parent, String name) {
        return parent.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
