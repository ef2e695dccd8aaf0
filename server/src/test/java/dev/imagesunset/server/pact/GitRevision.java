package dev.imagesunset.server.pact;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Which version of the server is verified, for a broker: the checked out one, unless a property says otherwise. */
final class GitRevision {
    private GitRevision() {}

    static void tellPact() {
        tell("pact.provider.version", () -> git("rev-parse", "HEAD"));
        tell("pact.provider.branch", () -> git("branch", "--show-current"));
        // The branch for which pacts are pending.
        tell("pactbroker.providerBranch", () -> System.getProperty("pact.provider.branch"));
    }

    private static void tell(String property, Supplier<String> found) {
        if (System.getProperty(property, "").isBlank()) {
            String value = found.get();
            if (value.isBlank()) {
                throw new IllegalStateException(
                        "Git knows no " + property + " here, as on a detached HEAD. Set it: -D" + property + "=…");
            }
            System.setProperty(property, value);
        }
    }

    private static String git(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process git = new ProcessBuilder(command).start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "";
        }
    }
}
