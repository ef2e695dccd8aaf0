package dev.imagesunset.server.sunset.web;

import dev.imagesunset.server.contract.Operation;
import dev.imagesunset.server.generated.EndOfLife.PhaseEnum;
import dev.imagesunset.server.sunset.Brownout;
import dev.imagesunset.server.sunset.Deprecation;
import dev.imagesunset.server.sunset.Plan;
import dev.imagesunset.server.sunset.WeeklyBrownouts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** The page for people about the end of an operation, filled from the contract and the operator's settings. */
final class DeprecationPage {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final String template;
    private final String nativeApi;

    /** @param nativeApi where callers reach the successor, if not at this server's address; otherwise empty */
    DeprecationPage(String template, String nativeApi) {
        this.template = template;
        this.nativeApi = nativeApi.isEmpty() ? "$ENDPOINT" : HtmlUtils.htmlEscape(nativeApi);
    }

    String text(Plan plan, Instant now) {
        Deprecation deprecation = plan.deprecation();
        return template.replace("{method}", deprecation.operation().method())
                .replace("{path.breakable}", breakable(deprecation.operation()))
                .replace("{path}", deprecation.operation().path())
                .replace("{operationId}", deprecation.operation().id())
                .replace("{since}", day(deprecation.since()))
                .replace("{sunset}", day(deprecation.sunset()))
                .replace("{ends}", plan.phase(now) == PhaseEnum.GONE ? "ended" : "ends")
                .replace("{state}", state(plan.phase(now)))
                .replace(
                        "{interlock}",
                        plan.interlockEnd()
                                .filter(now::isBefore)
                                .map(DeprecationPage::interlock)
                                .orElse(""))
                .replace("{postponed}", postponed(deprecation))
                .replace("{brownouts}", rules(plan.rules(now)) + windows(plan.upcoming(now)))
                .replace(
                        "{newcomers}",
                        plan.closing().map(DeprecationPage::newcomers).orElse(""))
                .replace("{successor.endpoint}", nativeApi)
                .replace("{successor.method}", deprecation.successor().method())
                .replace("{successor.path.breakable}", breakable(deprecation.successor()))
                .replace("{successor.path}", deprecation.successor().path())
                .replace("{successor.operationId}", deprecation.successor().id());
    }

    private String state(PhaseEnum phase) {
        return switch (phase) {
            case DEPRECATED -> "It works unchanged until then; from then on it answers 410.";
            case BROWNOUT ->
                "It rests in a brownout now, and works again afterwards until then; from then on it answers 410.";
            case GONE -> "It answers 410.";
        };
    }

    private static String postponed(Deprecation deprecation) {
        Instant before = deprecation.postponedFrom();
        return before == null
                ? ""
                : "<p>The end was postponed: it was to come on %s before. Do not count on more time.</p>"
                        .formatted(day(before));
    }

    private static String interlock(Instant last) {
        return "<p>For projects that the operator named, it stays open until they have moved, and at most until %s.</p>"
                .formatted(day(last));
    }

    private static String newcomers(Instant closing) {
        return "<p>From %s on, projects that never called it before are refused.</p>".formatted(day(closing));
    }

    private static String rules(List<WeeklyBrownouts> rules) {
        return rules.isEmpty()
                ? ""
                : list(rules.stream().map(rule -> rule.words() + forWhom(rule.projects(), rule.percent())))
                        + "\n  <p>The next ones:</p>\n  ";
    }

    private static String windows(List<Brownout> brownouts) {
        return brownouts.isEmpty()
                ? "<p>None is planned.</p>"
                : list(brownouts.stream().map(DeprecationPage::window));
    }

    private static String list(Stream<String> items) {
        return items.collect(Collectors.joining("</li>\n    <li>", "<ul>\n    <li>", "</li>\n  </ul>"));
    }

    private static String window(Brownout brownout) {
        return "from <time datetime=\"%1$s\">%2$s</time> to <time datetime=\"%3$s\">%4$s</time> UTC%5$s"
                .formatted(
                        brownout.start(),
                        TIME.format(brownout.start()),
                        brownout.end(),
                        TIME.format(brownout.end()),
                        forWhom(brownout.projects(), brownout.percent()));
    }

    private static String forWhom(Set<String> projects, int percent) {
        return projects.isEmpty() && percent == 100 ? "" : ", for some projects";
    }

    /** A path that breaks only after a slash if it does not fit on a line. */
    private static String breakable(Operation operation) {
        return operation.path().replace("/", "/<wbr>");
    }

    private static String day(Instant instant) {
        return DAY.format(instant);
    }
}
