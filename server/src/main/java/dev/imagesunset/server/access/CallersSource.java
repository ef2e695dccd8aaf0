package dev.imagesunset.server.access;

import dev.imagesunset.server.request.Exchange;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.function.Supplier;

/** Where the request that is being answered comes from: one address, or one network where a site has more than anyone can count. */
final class CallersSource implements Supplier<String> {
    private static final int NETWORK_BYTES = 8;

    @Override
    public String get() {
        return of(Objects.requireNonNullElse(Exchange.current().from(), ""));
    }

    /** In brackets nothing is a name, which would have to be looked up. */
    static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName("[" + address.replaceAll("[\\[\\]]", "") + "]")
                    .getAddress();
            // One that stands for an address of version 4 has four bytes.
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
