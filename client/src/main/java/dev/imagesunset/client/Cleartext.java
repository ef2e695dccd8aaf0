package dev.imagesunset.client;

import java.net.URI;
import java.util.regex.Pattern;

/** An endpoint to which tokens travel for everybody on the way to read. */
final class Cleartext {
    private static final System.Logger log = System.getLogger(ImageServiceClient.class.getName());

    /** What never leaves this machine, told by its name: nobody is asked for an address. */
    private static final Pattern THIS_MACHINE = Pattern.compile(
            "localhost|.+\\.localhost|127(\\.\\d{1,3}){3}|\\[(::1|(0{1,4}:){7}0{0,3}1)]", Pattern.CASE_INSENSITIVE);

    private Cleartext() {}

    static void warn(URI endpoint) {
        if (isUsed(endpoint)) {
            log.log(
                    System.Logger.Level.WARNING,
                    "Tokens travel in clear to " + endpoint + ", where whoever is on the way can read them. Use https");
        }
    }

    static void refuse(URI endpoint) {
        if (isUsed(endpoint)) {
            throw new IllegalArgumentException("Tokens would travel in clear to " + endpoint
                    + ", and this client is to use https only. Give an endpoint that begins with https");
        }
    }

    private static boolean isUsed(URI endpoint) {
        return "http".equals(endpoint.getScheme())
                && !THIS_MACHINE.matcher(endpoint.getHost()).matches();
    }
}
