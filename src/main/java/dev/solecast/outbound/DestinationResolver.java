package dev.solecast.outbound;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds where a webhook leads, and refuses what leads inside. A name is looked up each time, and the connection then
 * goes to the very address that was looked at: what the name means a moment later does not matter.
 */
@Singleton
public class DestinationResolver {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    /** Below are services that are not spoken to by HTTP. */
    private static final int FIRST_FREE_PORT = 1024;

    /**
     * Where to connect.
     *
     * @param host as the address names it, for TLS and the Host header
     * @param target path and query
     */
    public record Destination(boolean tls, String host, InetAddress address, int port, String target) {}

    private final HostResolver resolver;

    DestinationResolver(HostResolver resolver) {
        this.resolver = resolver;
    }

    public Destination find(String url, OutboundPolicy policy) throws UnreachableDestination {
        var uri = parsed(url);
        var tls = "https".equals(scheme(uri));
        if (!tls && !(policy.allowHttp() && "http".equals(scheme(uri)))) {
            throw new UnreachableDestination("has to begin with https://.");
        }
        var host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null || host.contains("%")) {
            throw new UnreachableDestination("has to name a host, without a user, a password, a zone or a fragment.");
        }
        var port = uri.getPort() >= 0 ? uri.getPort() : tls ? HTTPS : HTTP;
        if (port != HTTPS && port != HTTP && (port < FIRST_FREE_PORT || port > 65_535)) {
            throw new UnreachableDestination(
                    "leads to port " + port + "; 443, 80, or one from 1024 to 65535 can be told.");
        }
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new Destination(
                tls,
                host,
                address(host, policy),
                port,
                uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    private static URI parsed(String url) throws UnreachableDestination {
        try {
            return new URI(url).parseServerAuthority();
        } catch (URISyntaxException e) {
            throw new UnreachableDestination("is no address, such as https://partner.example/hooks/solecast.");
        }
    }

    private static @Nullable String scheme(URI uri) {
        return uri.getScheme() == null ? null : uri.getScheme().toLowerCase(Locale.ROOT);
    }

    /** The first of the host's addresses, if all of them are public. */
    private InetAddress address(String host, OutboundPolicy policy) throws UnreachableDestination {
        try {
            var all = resolver.resolve(host);
            if (!policy.allowInside() && !all.stream().allMatch(PublicAddressCheck::isPublic)) {
                throw new UnreachableDestination("leads to an address that is not public: " + host + ".");
            }
            return all.getFirst();
        } catch (UnknownHostException e) {
            throw new UnreachableDestination("names a host that is not to be found: " + host + ".");
        }
    }
}
