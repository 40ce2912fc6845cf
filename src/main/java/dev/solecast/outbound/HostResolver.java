package dev.solecast.outbound;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up the IP addresses of a host. */
@Singleton
class HostResolver {

    /** Returns all addresses of the host, in the order in which they should be tried. */
    List<InetAddress> resolve(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }
}
