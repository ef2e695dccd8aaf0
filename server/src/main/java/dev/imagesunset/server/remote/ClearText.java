package dev.imagesunset.server.remote;

import dev.imagesunset.server.settings.IllegalSetting;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Warns of, or refuses, URLs to which callers' tokens would be sent unencrypted, readable to everybody in between. */
@Component
public class ClearText {
    private static final Logger log = LoggerFactory.getLogger(ClearText.class);

    /** Hosts whose traffic never leaves this machine, recognised by name, without a DNS lookup. */
    private static final Pattern THIS_MACHINE =
            Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

    private final RemoteProperties settings;

    ClearText(RemoteProperties settings) {
        this.settings = settings;
    }

    /**
     * Checks where tokens are to be sent, and warns of each URL that is not https, unless it is on this machine.
     *
     * @param setting the name of the setting that has the URLs
     * @throws IllegalSetting instead of a warning, if only https is allowed
     */
    public void judge(String setting, List<URI> urls) {
        urls.stream().filter(ClearText::canBeOverheard).forEach(url -> {
            if (settings.httpsOnly()) {
                throw new IllegalSetting(
                        "%s has %s, and image-sunset.remote.https-only is true.".formatted(setting, url),
                        "Set an https URL.");
            }
            log.warn(
                    "{} has {}: callers' tokens travel there in clear. Set an https URL; image-sunset.remote.https-only=true allows no other.",
                    setting,
                    url);
        });
    }

    private static boolean canBeOverheard(URI url) {
        return "http".equals(url.getScheme())
                && !THIS_MACHINE.matcher(url.getHost()).matches();
    }
}
