package dev.imagesunset.server.sunset;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;

/** A tab in which an operator opens the page about the end; it notes what must not happen there. */
final class OperatorsTab {
    private final Page page;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    OperatorsTab(BrowserContext context, int port) {
        page = context.newPage();
        address = "http://localhost:" + port + "/sunset";
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.onRequest(request -> {
            if (!request.url().startsWith("http://localhost:" + port + "/")
                    && !request.url().startsWith("data:")) {
                complaints.add("asks another host: " + request.url());
            }
        });
    }

    OperatorsTab open() {
        page.navigate(address);
        return this;
    }

    OperatorsTab openWith(String token) {
        open();
        give(token);
        return this;
    }

    void give(String token) {
        tokenField().fill(token);
        page.keyboard().press("Enter");
    }

    Page page() {
        return page;
    }

    List<String> complaints() {
        return complaints;
    }

    Locator tokenField() {
        return page.getByLabel("Token of an operator");
    }

    Locator notice() {
        return page.getByRole(AriaRole.ALERT);
    }

    Locator text(String id) {
        return page.locator("#" + id);
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator callers() {
        return page.locator("#rows tr");
    }

    /** The cells of a caller's row. */
    Locator caller(String project) {
        return callers().filter(new Locator.FilterOptions().setHasText(project)).locator("th, td");
    }

    Object evaluate(String expression) {
        return page.evaluate(expression);
    }
}
