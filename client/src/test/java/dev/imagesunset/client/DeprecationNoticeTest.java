package dev.imagesunset.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeprecationNoticeTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final URI ENDPOINT = URI.create("https://ims.example.com/prefix");

    @Test
    void tellsSinceWhenUntilWhenWhatToCallInsteadAndWhereToReadOn() {
        DeprecationNotice notice = read(
                Map.of(
                        "Deprecation", List.of("@1475712000"),
                        "Sunset", List.of("Fri, 31 Dec 2027 00:00:00 GMT"),
                        "Brownout", List.of("@1796119200;until=@1796122800"),
                        "Closed-To-Newcomers", List.of("@1782864000"),
                        "Link",
                                List.of(
                                        "</v2/images/1>; rel=\"successor-version\"",
                                        "<https://docs.example.com/a,b;c>; title=\"x; rel=next, y\"; rel=\"deprecation sunset\"")));
        assertThat(notice.since()).hasValue(Instant.parse("2016-10-06T00:00:00Z"));
        assertThat(notice.sunset()).hasValue(Instant.parse("2027-12-31T00:00:00Z"));
        assertThat(notice.daysLeft()).hasValue(401);
        assertThat(notice.nextBrownout())
                .hasValue(new Brownout(Instant.parse("2026-12-01T10:00:00Z"), Instant.parse("2026-12-01T11:00:00Z")));
        assertThat(notice.closedToNewcomers()).hasValue(Instant.parse("2026-07-01T00:00:00Z"));
        assertThat(notice.successor()).hasValue(URI.create("https://ims.example.com/v2/images/1"));
        assertThat(notice.documentation()).hasValue(URI.create("https://docs.example.com/a,b;c"));
        assertThat(notice)
                .hasToString("deprecated since 2016-10-06T00:00:00Z, gone on 2027-12-31T00:00:00Z (401 days left),"
                        + " rests from 2026-12-01T10:00:00Z until 2026-12-01T11:00:00Z, closed to newcomers from 2026-07-01T00:00:00Z,"
                        + " call https://ims.example.com/v2/images/1 instead, see https://docs.example.com/a,b;c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "true",
                "@",
                "@x",
                "@1.5",
                "@99999999999999999999",
                "@1475712000 x",
                "@1475712000;X=1",
                "@1475712000;x=",
                "@1475712000;x=\"",
                "@1475712000, @1475712001",
                "1475712000",
                "Fri, 31 Dec 2027 00:00:00 GMT"
            })
    void anIllegibleDeprecationIsEmpty(String value) {
        assertThat(read(Map.of("Deprecation", List.of(value))).since()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@1475712000;x=1",
                "@1475712000; x",
                " @1475712000;a=\"b;c, \\\"d\";e=?0;f=:YQ==:;g=1.5;h=*/x:y;i=@-1;j=%\"f%c3%bc\" "
            })
    void aDeprecationKeepsItsDateWhateverParametersItHas(String value) {
        assertThat(read(Map.of("Deprecation", List.of(value))).since()).hasValue(Instant.parse("2016-10-06T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fri, 31 Dec 2027 23:59:59 GMT",
                "Friday, 31-Dec-27 23:59:59 GMT",
                "Fri Dec 31 23:59:59 2027",
                " fri, 31 dec 2027 23:59:59 gmt "
            })
    void aSunsetMayHaveAnyFormOfAnHttpDate(String value) {
        assertThat(read(Map.of("Sunset", List.of(value))).sunset()).hasValue(Instant.parse("2027-12-31T23:59:59Z"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sunday, 06-Nov-94 08:49:37 GMT | 1994-11-06T08:49:37Z
            Sun Nov  6 08:49:37 1994       | 1994-11-06T08:49:37Z
            Thursday, 24-Nov-77 12:00:00 GMT | 1977-11-24T12:00:00Z
            Monday, 01-Jan-76 00:00:00 GMT | NEVER
            Wednesday, 01-Jan-76 00:00:00 GMT | 2076-01-01T00:00:00Z
            """)
    void aYearOfTwoDigitsIsTheOneThatIsNotOverFiftyYearsAhead(String value, String sunset) {
        assertThat(read(Map.of("Sunset", List.of(value)))
                        .sunset()
                        .map(Object::toString)
                        .orElse("NEVER"))
                .isEqualTo(sunset);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2027-12-31",
                "Mon, 31 Dec 2027 00:00:00 GMT",
                "Mon Dec 31 00:00:00 2027",
                "Friday, 31-Dec-2027",
                "never"
            })
    void anIllegibleSunsetIsEmpty(String value) {
        DeprecationNotice notice = read(Map.of("Sunset", List.of(value)));
        assertThat(notice.sunset()).isEmpty();
        assertThat(notice.daysLeft()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Wed, 25 Nov 2026 12:00:00 GMT | 1
            Wed, 25 Nov 2026 11:59:59 GMT | 0
            Tue, 24 Nov 2026 12:00:00 GMT | 0
            Fri, 31 Dec 2021 00:00:00 GMT | 0
            """)
    void theDaysLeftAreWholeDaysUntilTheSunset(String sunset, long days) {
        assertThat(read(Map.of("Sunset", List.of(sunset))).daysLeft()).hasValue(days);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@1796119200;until=@1796122800",
                " @1796119200 ; until=@1796122800 ",
                "@1796119200;x;y=\"z\";until=@1796122800;later=1",
                "@1796119200;x=\"a;until=@1\";until=@1796122800",
                "@1796119200;until=@1;until=@1796122800",
                "@1796119200;until=@1796122800;x=\"a;until=@1\""
            })
    void aBrownoutMayHaveSpacesAndParametersThatNobodyKnows(String value) {
        assertThat(nextBrownout(value)).hasValueSatisfying(brownout -> {
            assertThat(brownout.start()).isEqualTo("2026-12-01T10:00:00Z");
            assertThat(brownout.end()).isEqualTo("2026-12-01T11:00:00Z");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "@1796119200",
                "@1796119200;until",
                "@1796119200;until=1796122800",
                "@1796119200;until=@99999999999999999999",
                "1796119200;until=@1796122800",
                "@1796122800;until=@1796119200",
                "@1796119200;until=@1796119200",
                "tomorrow"
            })
    void anIllegibleBrownoutIsEmpty(String value) {
        assertThat(nextBrownout(value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "<a b>; rel=successor-version",
                "</x>",
                "</x>; rel",
                "</x>; rel=",
                "x; rel=deprecation",
                "</x>; re=\"l"
            })
    void anIllegibleLinkIsEmpty(String value) {
        DeprecationNotice notice = read(Map.of("Sunset", List.of("x"), "Link", List.of(value)));
        assertThat(notice.successor()).isEmpty();
        assertThat(notice.documentation()).isEmpty();
    }

    @Test
    void anAnswerThatSaysNothingOfAnEndHasNone() {
        assertThat(DeprecationNotice.read(headers(Map.of("Link", List.of("</x>; rel=next"))), ENDPOINT, NOW))
                .isNull();
    }

    @Test
    void theFirstNoticeAndEachBrownoutAreLoggedAsAWarningAndAllAreTold() {
        List<DeprecationNotice> told = new ArrayList<>();
        ClientListener listener = new ClientListener() {
            @Override
            public void deprecated(DeprecationNotice notice) {
                told.add(notice);
            }
        };
        Notices notices = new Notices(ENDPOINT, listener, Strictness.LENIENT, new FakeTime());
        Map<String, List<String>> far = Map.of(
                "Sunset", List.of("Fri, 31 Dec 2027 00:00:00 GMT"),
                "Link", List.of("</v2/images/1>; rel=\"successor-version\""));
        Map<String, List<String>> near = new HashMap<>(far);
        near.put("Brownout", List.of("@1796119200;until=@1796122800"));
        HttpRequest request = HttpRequest.newBuilder(ENDPOINT).build();
        Operation<?> call = Operation.of("A call", request, null).deprecatedFor("deleteImage");
        List<String> logged;
        try (ClientLog log = new ClientLog()) {
            List.of(far, far, near, near).forEach(headers -> notices.read(call, 204, headers(headers)));
            logged = log.messages();
        }

        assertThat(told).hasSize(4);
        assertThat(logged).hasSize(2);
        assertThat(logged.get(0))
                .contains("https://ims.example.com/prefix", "2027-12-31", "402 days left", ", call deleteImage instead")
                .doesNotContain("rests", "/v2/images/1");
        assertThat(logged.get(1)).contains("rests from 2026-12-01T10:00:00Z until 2026-12-01T11:00:00Z");
    }

    private static Optional<Brownout> nextBrownout(String value) {
        return read(Map.of("Deprecation", List.of("@1475712000"), "Brownout", List.of(value)))
                .nextBrownout();
    }

    private static DeprecationNotice read(Map<String, List<String>> headers) {
        return Objects.requireNonNull(DeprecationNotice.read(headers(headers), ENDPOINT, NOW));
    }

    private static HttpHeaders headers(Map<String, List<String>> headers) {
        return HttpHeaders.of(headers, (name, value) -> true);
    }
}
