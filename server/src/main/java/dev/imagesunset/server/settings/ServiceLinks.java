package dev.imagesunset.server.settings;

import java.util.regex.Pattern;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The environment variables with which Kubernetes tells every pod where each service is. They begin with the service's
 * name, which may be {@code image-sunset}.
 */
final class ServiceLinks {
    private static final Pattern NAMES = Pattern.compile(
            ".+_(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?|PORT_\\d+_(TCP|UDP|SCTP)(_(ADDR|PORT|PROTO))?)");

    private ServiceLinks() {}

    /** Whether a property is one of them. A setting that ends like {@code _PORT} has a number, not a URL. */
    static boolean has(EnumerablePropertySource<?> source, String name) {
        return source instanceof SystemEnvironmentPropertySource
                && (NAMES.matcher(name).matches()
                        || (name.endsWith("_PORT")
                                && String.valueOf(source.getProperty(name)).contains("://")));
    }
}
