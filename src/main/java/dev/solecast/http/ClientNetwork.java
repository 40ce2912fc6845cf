package dev.solecast.http;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The part of an address that identifies a caller, for everything that is counted by address: all of IPv4, and the first
 * 64 bits of IPv6, since a caller has all of the 2^64 addresses behind.
 *
 * @param prefix an IPv4 address, 16 hexadecimal digits of IPv6, or "local" for a socket of this machine
 */
public record ClientNetwork(String prefix) {

    private static final int PREFIX_BYTES = 8;

    /** The key that a caller uses, by its name, which is unique; or its network if it uses none. */
    public static String orKey(SecurityIdentity caller, SocketAddress remote) {
        return caller.isAnonymous()
                ? of(remote).prefix()
                : "key " + caller.getPrincipal().getName();
    }

    /** The network of the other end of a connection. */
    public static ClientNetwork of(SocketAddress remote) {
        var host = remote.hostAddress();
        if (host == null) {
            return new ClientNetwork("local");
        }
        if (host.indexOf(':') < 0) {
            return new ClientNetwork(host); // IPv4, which Java writes in one way only; every request takes this path
        }
        try {
            // A literal address, so this makes no DNS lookup.
            var address = InetAddress.getByName(host);
            return new ClientNetwork(
                    address instanceof Inet6Address
                            ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), PREFIX_BYTES))
                            : address.getHostAddress());
        } catch (UnknownHostException e) {
            return new ClientNetwork(host);
        }
    }
}
