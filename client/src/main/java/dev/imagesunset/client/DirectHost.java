package dev.imagesunset.client;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one entry of {@code no_proxy} names.
 *
 * @param name a host, which stands for all below it too, an address, or a block of addresses, like {@code 10.0.0.0/8}
 * @param port the only port that is meant, or -1
 */
record DirectHost(String name, int port) {
    private static final Pattern WITH_PORT = Pattern.compile("(\\[.*]|[^:]*):(\\d{1,5})");
    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern BLOCK = Pattern.compile("(" + IPV4 + ")/(3[0-2]|[12]?\\d)");

    /** From an entry, like {@code .example.com:8443} or {@code [::1]}. */
    static DirectHost of(String entry) {
        Matcher withPort = WITH_PORT.matcher(entry);
        return withPort.matches()
                ? new DirectHost(plain(withPort.group(1)), Integer.parseInt(withPort.group(2)))
                : new DirectHost(plain(entry), -1);
    }

    boolean isOf(URI target) {
        String host = plain(target.getHost());
        return (port < 0 || port == port(target))
                && (name.equals("*") || host.equals(name) || host.endsWith("." + name) || isInBlock(host));
    }

    private boolean isInBlock(String host) {
        Matcher block = BLOCK.matcher(name);
        return block.matches()
                && IPV4.matcher(host).matches()
                && (bits(host) ^ bits(block.group(1))) >>> (32 - Integer.parseInt(block.group(2))) == 0;
    }

    private static long bits(String address) {
        return Stream.of(address.split("\\.", -1))
                .mapToLong(Long::parseLong)
                .reduce(0, (bits, octet) -> bits << 8 | octet);
    }

    private static int port(URI target) {
        int standard = "https".equals(target.getScheme()) ? 443 : 80;
        return target.getPort() < 0 ? standard : target.getPort();
    }

    /** In lower case, without the dot in front and the brackets of IPv6. */
    private static String plain(String host) {
        return host.replaceAll("^\\.|^\\[|]$", "").toLowerCase(Locale.ROOT);
    }
}
