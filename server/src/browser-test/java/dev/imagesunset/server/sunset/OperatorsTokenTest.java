package dev.imagesunset.server.sunset;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The token that operators give to the page. */
class OperatorsTokenTest extends OnTheSunsetPage {
    @Test
    void theTokenIsAskedOnceAndStaysInTheTab() {
        OperatorsTab tab = tab().openWith(ADMIN);
        assertThat(tab.text("figures")).isVisible();

        tab.page().reload();
        assertThat(tab.text("figures")).isVisible();
        assertThat(tab.tokenField()).isHidden();

        OperatorsTab another = tab().open();
        assertThat(another.tokenField()).isFocused();
        assertThat(another.text("figures")).isHidden();
        OperatorsTab ofAnother = tab(new Browser.NewContextOptions()).open();
        assertThat(ofAnother.tokenField()).isVisible();
    }

    @Test
    void theTokenIsSentInItsHeaderAndIsNowhereElse() {
        OperatorsTab tab = tab();
        List<Request> requests = new ArrayList<>();
        tab.page().onRequest(requests::add);
        tab.openWith(ADMIN);
        assertThat(tab.text("figures")).isVisible();

        assertThat(requests)
                .filteredOn(request -> request.headers().containsKey("x-auth-token"))
                .extracting(request -> request.url().replaceFirst(".*?/operator", "/operator"))
                .containsExactlyInAnyOrder(
                        "/operator/sunset",
                        "/operator/callers?limit=1000",
                        "/operator/decisions?limit=20",
                        "/operator/sunset/readiness");
        assertThat(requests).noneMatch(request -> request.url().contains(ADMIN));
        assertThat(tab.page().url()).endsWith("/sunset");
        assertThat(tab.page().content()).doesNotContain(ADMIN);
        assertThat(tab.tokenField()).hasValue("");
        assertThat(tab.evaluate("document.cookie + localStorage.length")).isEqualTo("0");
    }

    @Test
    void aForgottenTokenIsAskedAgainAndTheFiguresAreGone() {
        calls.of("secretive", "v1.1", 1, now);
        OperatorsTab tab = tab().openWith(ADMIN);
        assertThat(tab.callers()).hasCount(1);
        tab.button("Forget token").click();
        assertThat(tab.tokenField()).isVisible();
        assertThat(tab.callers()).hasCount(0);
        tab.page().reload();
        assertThat(tab.tokenField()).isVisible();
    }

    @Test
    void aBadTokenIsAskedAgainWithTheReason() {
        OperatorsTab tab = tab().openWith("nonsense");
        assertThat(tab.notice()).hasText(detail("nonsense"));
        tab.give("höchst geheim");
        assertThat(tab.notice()).containsText("This is no token");
        tab.give(ADMIN);
        assertThat(tab.text("figures")).isVisible();
        assertThat(tab.notice()).isHidden();
    }

    @Test
    void aTokenThatEndsWhileAProjectIsShownIsAskedAgain() {
        calls.of("secretive", "v1.1", 1, now);
        OperatorsTab tab = tab();
        tab.page().clock().install();
        tab.openWith(ADMIN);
        tab.button("secretive").click();
        assertThat(tab.text("project")).isVisible();
        tab.page()
                .route(
                        "**/operator/**",
                        route -> route.fulfill(
                                new Route.FulfillOptions().setStatus(401).setBody("{\"detail\": \"It has ended.\"}")));
        tab.page().clock().runFor(30_000);
        assertThat(tab.text("project")).isHidden();
        assertThat(tab.tokenField()).isFocused();
    }

    @Test
    void whoIsNoOperatorIsToldWhatIsMissing() {
        OperatorsTab tab = tab().openWith("demo-member");
        assertThat(tab.notice()).hasText(detail("demo-member"));
        assertThat(tab.notice()).containsText("role admin");
        assertThat(tab.text("figures")).isHidden();
        tab.give(ADMIN);
        assertThat(tab.text("figures")).isVisible();
        assertThat(tab.notice()).isHidden();
    }

    private String detail(String token) {
        return service.call("GET", "/operator/sunset", token)
                .problem()
                .get("detail")
                .asString();
    }
}
