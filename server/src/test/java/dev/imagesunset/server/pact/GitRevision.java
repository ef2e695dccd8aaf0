package dev.imagesunset.server.pact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Which version of the server is verified, for a broker: the checked out one, unless a property says otherwise. */
final class GitRevision {
    private final Path checkout;

    private GitRevision(Path checkout) {
        this.checkout = checkout;
    }

    static void tellPact() {
        GitRevision revision = new GitRevision(Path.of(System.getProperty("pact.provider.checkout", "")));
        tell("pact.provider.version", () -> revision.git("rev-parse", "HEAD"));
        tell("pact.provider.branch", revision::branch);
        // The branch for which pacts are pending.
        tell("pactbroker.providerBranch", () -> System.getProperty("pact.provider.branch"));
    }

    private static void tell(String property, Supplier<String> found) {
        if (System.getProperty(property, "").isBlank()) {
            String value = found.get();
            if (value.isBlank()) {
                throw new IllegalStateException("Git knows no " + property
                        + " here, as where nothing is committed, or on a detached HEAD that is the end of no branch or of several. Set it: -D"
                        + property + "=…");
            }
            System.setProperty(property, value);
        }
    }

    /** CI systems check out a commit without its branch; then it is the one branch of the origin that ends there. */
    private String branch() {
        String checkedOut = git("branch", "--show-current");
        if (!checkedOut.isEmpty()) {
            return checkedOut;
        }
        List<String> ending = git(
                        "for-each-ref", "--points-at=HEAD", "--format=%(refname:lstrip=3)", "refs/remotes/origin")
                .lines()
                .filter(branch -> !branch.equals("HEAD"))
                .toList();
        return ending.size() == 1 ? ending.get(0) : "";
    }

    private String git(String... arguments) {
        List<String> command =
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        try {
            Process git = new ProcessBuilder(command)
                    .directory(checkout.toAbsolutePath().toFile())
                    .start();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? answer : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
