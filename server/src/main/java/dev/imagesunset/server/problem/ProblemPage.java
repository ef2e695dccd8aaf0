package dev.imagesunset.server.problem;

import dev.imagesunset.server.generated.Problem;
import dev.imagesunset.server.request.Exchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.util.HtmlUtils;

/** A problem as a page, for a person who has followed a wrong link. */
final class ProblemPage {
    private static final String TEMPLATE = template();

    private ProblemPage() {}

    static byte[] of(Problem problem, Exchange exchange) {
        return TEMPLATE.replace("{root}", root(exchange))
                .replace("{title}", HtmlUtils.htmlEscape(problem.getTitle()))
                .replace("{request}", problem.getRequestId())
                .replace("{detail}", HtmlUtils.htmlEscape(problem.getDetail()))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The server's root relative to the page, so that it keeps any prefix that a proxy has removed from the path. */
    private static String root(Exchange exchange) {
        String path = exchange.sentPath();
        long folders = path == null ? 0 : path.chars().filter(c -> c == '/').count() - 1;
        return folders > 0 ? "../".repeat((int) folders) : "./";
    }

    private static String template() {
        try {
            return new ClassPathResource("problem/page.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
