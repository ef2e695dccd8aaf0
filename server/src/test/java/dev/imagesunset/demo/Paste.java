package dev.imagesunset.demo;

import dev.imagesunset.server.RawHttp;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line that the demo tells people to paste.
 *
 * @param expected the status that it is said to answer
 * @param port the port that it names
 */
record Paste(int expected, @Nullable String token, int port, String path) {
    private static final Pattern LINE = Pattern.compile(
            "^(\\d{3}), .*\\ncurl -i -X DELETE (?:-H 'X-Auth-Token: (\\S+)' )?http://localhost:(\\d+)(\\S+)$",
            Pattern.MULTILINE);

    static List<Paste> linesOf(String printed) {
        return LINE.matcher(printed).results().map(Paste::of).toList();
    }

    private static Paste of(MatchResult line) {
        return new Paste(
                Integer.parseInt(line.group(1)), line.group(2), Integer.parseInt(line.group(3)), line.group(4));
    }

    int run(int onPort) {
        String[] headers = token == null ? new String[0] : new String[] {"X-Auth-Token: " + token};
        return RawHttp.send(onPort, "DELETE " + path + " HTTP/1.1", headers).status();
    }
}
