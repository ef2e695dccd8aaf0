package dev.imagesunset.server;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What axe-core finds wrong with a page for people who cannot see it well, or use no mouse. */
public final class Axe {
    private static final String SCRIPT = "classpath:META-INF/resources/webjars/axe-core/*/axe.min.js";
    private static final String FINDINGS = """
            async () => (await axe.run()).violations
                .filter(({ impact }) => impact === "serious" || impact === "critical")
                .flatMap(({ id, nodes }) => nodes.map(({ target, any }) => `${id}: ${target} ${any.map(each => each.message)}`))
            """;

    private Axe() {}

    /** The serious and critical ones, one a line. */
    public static List<?> findings(Page page) {
        page.evaluate(script());
        return (List<?>) Objects.requireNonNull(page.evaluate(FINDINGS));
    }

    private static String script() {
        try (InputStream script = new PathMatchingResourcePatternResolver().getResources(SCRIPT)[0].getInputStream()) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
