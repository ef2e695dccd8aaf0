package dev.imagesunset.server.sunset;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import dev.imagesunset.server.Chromium;
import dev.imagesunset.server.ClockBeforeTheEnd;
import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.ServerTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** An operator with a browser. The server is not the one of other tests, whose calls would be counted. */
@ServerTest
@TestPropertySource(properties = "image-sunset.v1-1.announce=1d")
abstract class OnTheSunsetPage {
    static final String ADMIN = "demo-admin";

    final Chromium chromium = new Chromium();
    final Instant now = new ClockBeforeTheEnd().instant();

    private final BrowserContext context = chromium.context(
            new Browser.NewContextOptions().setViewportSize(1280, 900).setTimezoneId("Europe/Berlin"));
    private final List<OperatorsTab> tabs = new ArrayList<>();

    @Autowired
    ImageService service;

    RecordedCalls calls;

    @Autowired
    void countIn(JdbcClient database) {
        calls = new RecordedCalls(database);
    }

    @BeforeEach
    void nobodyHasCalled() {
        calls.forget();
    }

    @AfterEach
    void nothingWentWrongAndNoOtherHostWasAsked() {
        chromium.close();
        assertThat(tabs).flatMap(OperatorsTab::complaints).isEmpty();
    }

    OperatorsTab tab() {
        return tab(context);
    }

    OperatorsTab tab(Browser.NewContextOptions options) {
        return tab(chromium.context(options));
    }

    private OperatorsTab tab(BrowserContext of) {
        OperatorsTab tab = new OperatorsTab(of, service.port());
        tabs.add(tab);
        return tab;
    }
}
