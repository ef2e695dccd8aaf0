package dev.imagesunset.server.pact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A repository with one commit on the branch {@code feature/next}, and a clone of it. */
record GitCheckout(Path origin, Path folder) {
    static GitCheckout in(Path temporary) {
        GitCheckout made = new GitCheckout(temporary.resolve("origin"), temporary.resolve("clone"));
        git(temporary, "init", "--quiet", "--initial-branch=feature/next", made.origin.toString());
        git(made.origin, "commit", "--quiet", "--allow-empty", "--message=first");
        git(temporary, "clone", "--quiet", made.origin.toString(), made.folder.toString());
        return made;
    }

    /** As CI systems do it. */
    void detach() {
        git(folder, "checkout", "--quiet", "--detach", "origin/feature/next");
        git(folder, "branch", "--quiet", "-D", "feature/next");
    }

    void alsoEnds(String branch) {
        git(origin, "branch", branch);
        git(folder, "fetch", "--quiet");
    }

    String commit() {
        return git(folder, "rev-parse", "HEAD");
    }

    private static String git(Path folder, String... arguments) {
        List<String> command = Stream.concat(
                        Stream.of("git", "-c", "user.name=a", "-c", "user.email=a@example.com"), Stream.of(arguments))
                .toList();
        try {
            Process git = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(git.waitFor()).as(said).isZero();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
