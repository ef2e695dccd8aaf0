package dev.imagesunset.server.sunset.web;

import dev.imagesunset.server.sunset.Brownout;
import dev.imagesunset.server.sunset.Deprecation;
import dev.imagesunset.server.sunset.Phase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page for people about the end of an operation, filled from the contract and the operator's settings. */
final class DeprecationPage {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final String template;
    private final Deprecation deprecation;

    DeprecationPage(String template, Deprecation deprecation) {
        this.template = template;
        this.deprecation = deprecation;
    }

    String text(Phase phase, List<Brownout> brownouts) {
        return template.replace("{method}", deprecation.operation().method())
                .replace("{path}", deprecation.operation().path())
                .replace("{operationId}", deprecation.operation().id())
                .replace("{since}", day(deprecation.since()))
                .replace("{sunset}", day(deprecation.sunset()))
                .replace("{state}", state(phase))
                .replace("{postponed}", postponed())
                .replace("{brownouts}", brownouts(brownouts))
                .replace("{successor.method}", deprecation.successor().method())
                .replace("{successor.path}", deprecation.successor().path())
                .replace("{successor.operationId}", deprecation.successor().id());
    }

    private String state(Phase phase) {
        return switch (phase) {
            case DEPRECATED -> "It works unchanged until then";
            case BROWNOUT -> "It rests in a brownout now, and works again afterwards until then";
            case GONE -> "It has ended, and answers 410";
        };
    }

    private String postponed() {
        Instant before = deprecation.postponedFrom();
        return before == null
                ? ""
                : "<p>The end was postponed: it was to come on %s before. Do not count on more time.</p>"
                        .formatted(day(before));
    }

    private static String brownouts(List<Brownout> brownouts) {
        if (brownouts.isEmpty()) {
            return "<p>None is planned.</p>";
        }
        return brownouts.stream()
                .map(DeprecationPage::brownout)
                .collect(Collectors.joining("\n    ", "<ul>\n    ", "\n  </ul>"));
    }

    private static String brownout(Brownout brownout) {
        boolean isForSome = !brownout.projects().isEmpty() || brownout.percent() < 100;
        return "<li>from <time datetime=\"%1$s\">%2$s</time> to <time datetime=\"%3$s\">%4$s</time> UTC%5$s</li>"
                .formatted(
                        brownout.start(),
                        TIME.format(brownout.start()),
                        brownout.end(),
                        TIME.format(brownout.end()),
                        isForSome ? ", for some projects" : "");
    }

    private static String day(Instant instant) {
        return DAY.format(instant);
    }
}
