package dev.imagesunset.server.access;

import dev.imagesunset.server.request.Exchange;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The source of the current request: its IPv4 address, or its IPv6 network, since one site has countless IPv6
 * addresses.
 */
final class CallersSource implements Supplier<String> {
    private static final int NETWORK_BYTES = 8;

    @Override
    public String get() {
        return of(Objects.requireNonNullElse(Exchange.current().from(), ""));
    }

    /** The source that an address belongs to. The brackets keep Java from looking the text up as a host name. */
    static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName("[" + address.replaceAll("[\\[\\]]", "") + "]")
                    .getAddress();
            // An IPv4-mapped address has four bytes.
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
