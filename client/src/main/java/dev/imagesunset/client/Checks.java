package dev.imagesunset.client;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be given to a client. */
final class Checks {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int HIGHEST_PORT = 65_535;
    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final Set<String> DOTS = Set.of(".", "..");

    /** OpenStack's catalogues give endpoints with it, and without; the paths of the contract have their own. */
    private static final Pattern VERSION = Pattern.compile("/*(?:/v\\d+(?:\\.\\d+)?)?/*$");

    private Checks() {}

    static URI endpoint(URI endpoint) {
        String scheme = String.valueOf(endpoint.getScheme()).toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme) || endpoint.getRawAuthority() == null) {
            throw new IllegalArgumentException("The endpoint must be like https://ims.example.com");
        }
        if (endpoint.getHost() == null) {
            throw new IllegalArgumentException("The endpoint has no host that java.net.URI understands; with an"
                    + " underscore, for instance, a name is none");
        }
        if (!isPort(endpoint.getPort())) {
            throw new IllegalArgumentException("The endpoint's port must be from 1 to " + HIGHEST_PORT);
        }
        if (endpoint.getRawUserInfo() != null || endpoint.getRawQuery() != null || endpoint.getRawFragment() != null) {
            throw new IllegalArgumentException("The endpoint must have no user info, query or fragment");
        }
        String prefix = VERSION.matcher(endpoint.getRawPath()).replaceFirst("");
        return URI.create(scheme + "://" + endpoint.getRawAuthority() + prefix);
    }

    /** Whether it is one, or -1 for none. */
    static boolean isPort(int port) {
        return port != 0 && port <= HIGHEST_PORT;
    }

    /** The same, but at most a hundred years, since sums of longer ones may be too long for a number. */
    static Duration positive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be positive, not " + duration);
        }
        return duration.compareTo(LONGEST) < 0 ? duration : LONGEST;
    }

    static String imageId(String id) {
        if (id.isBlank() || DOTS.contains(id)) {
            throw new IllegalArgumentException("The image id must be a UUID, not '" + id + "'");
        }
        return id;
    }
}
