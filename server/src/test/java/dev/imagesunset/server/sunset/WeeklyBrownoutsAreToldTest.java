package dev.imagesunset.server.sunset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.imagesunset.server.ImageService;
import dev.imagesunset.server.MovableClock;
import dev.imagesunset.server.ServerTest;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A rule makes more brownouts than a list has room for, and one more comes after all that are listed. */
@ServerTest
@Import(MovableClock.class)
@TestPropertySource(
        properties = {
            "image-sunset.v1-1.brownouts[0].day=TUESDAY",
            "image-sunset.v1-1.brownouts[0].time=10:00",
            "image-sunset.v1-1.brownouts[0].zone=Europe/Berlin",
            "image-sunset.v1-1.brownouts[0].duration=2h",
            "image-sunset.v1-1.brownouts[1].day=SUNDAY",
            "image-sunset.v1-1.brownouts[1].time=23:30",
            "image-sunset.v1-1.brownouts[1].from=2027-03-01",
            "image-sunset.v1-1.brownouts[1].until=2027-03-31",
            "image-sunset.v1-1.brownouts[1].duration=1h",
            "image-sunset.v1-1.brownouts[1].projects=other,secret",
            "image-sunset.v1-1.brownouts[1].percent=50",
            "image-sunset.v1-1.brownouts[2].start=2027-12-29T00:00:00Z",
            "image-sunset.v1-1.brownouts[2].duration=24h"
        })
class WeeklyBrownoutsAreToldTest {
    private static final String TUESDAYS = "every Tuesday, 10:00 to 12:00 Europe/Berlin, until 31 December 2027";
    private static final String SUNDAYS =
            "every Sunday, 23:30 to 00:30 on Monday UTC, from 1 March 2027 until 31 March 2027";

    @Autowired
    ImageService service;

    @Autowired
    MovableClock clock;

    @BeforeEach
    void aYearBeforeTheEnd() {
        clock.moveTo("2027-01-01T00:00:00Z");
    }

    @AfterEach
    void goOn() {
        clock.showRealTime();
    }

    @Test
    void callersAreToldTheRuleAndTheNextOnesAndNoIdOfAProject() {
        assertThat(page())
                .contains("<li>" + TUESDAYS + "</li>", "<li>" + SUNDAYS + ", for some projects</li>")
                .contains("5 January 2027, 09:00</time> to <time datetime=\"2027-01-05T11:00:00Z\">")
                .doesNotContain("secret");
    }

    @Test
    void operatorsAreToldTheRuleAndWhomItIsFor() {
        JsonNode rules = end().get("brownout_rules");
        assertThat(rules.get(0)).hasToString("{\"words\":\"" + TUESDAYS + "\",\"percent\":100}");
        assertThat(rules.get(1))
                .hasToString("{\"words\":\"" + SUNDAYS + "\",\"percent\":50,\"projects\":[\"other\",\"secret\"]}");
    }

    @Test
    void aBrownoutOfNoRuleIsListedHoweverManyComeBefore() {
        JsonNode brownouts = end().get("brownouts");
        assertThat(brownouts).hasSize(21);
        assertThat(brownouts.get(20).get("start").asString()).isEqualTo("2027-12-29T00:00:00Z");
        assertThat(page()).contains("29 December 2027, 00:00");
    }

    @Test
    void aRuleThatIsOverIsToldNoMore() {
        clock.moveTo("2027-03-29T00:29:59Z");
        assertThat(page()).contains("every Sunday");
        clock.moveTo("2027-03-29T00:30:00Z");
        assertThat(page()).doesNotContain("every Sunday").contains("every Tuesday");
        clock.moveTo("2027-12-31T00:00:00Z");
        assertThat(page()).contains("None is planned").doesNotContain("every Tuesday");
        assertThat(end().has("brownout_rules")).isFalse();
    }

    private JsonNode end() {
        return service.call("GET", "/operator/sunset", "demo-admin").json();
    }

    private String page() {
        return service.send("GET", "/deprecation", Map.of()).body();
    }
}
