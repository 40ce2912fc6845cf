package dev.solecast.outbound;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Resolves a URL to the address to connect to and rejects addresses that are not public. The host name is looked up
 * each time, and the connection goes to the very address that was checked, which defeats DNS rebinding.
 */
@Singleton
public class DestinationResolver {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    /** Ports below this one, other than 80 and 443, belong to services that do not speak HTTP. */
    private static final int FIRST_UNRESERVED_PORT = 1024;

    /** In characters. */
    private static final int LONGEST_URL = 2_000;

    /**
     * A last label that makes a host a number (WHATWG URL), which programs read in different ways: 0177.0.0.1 is
     * 127.0.0.1 to some and 177.0.0.1 to others.
     */
    private static final Pattern NUMBER = Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9a-fA-F]*)\\.?");

    /** Four decimal numbers without leading zeros. */
    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])(?:\\.(?!$)|$)){4}");

    /**
     * An address that may be connected to.
     *
     * @param host the host as the URL names it, for TLS and the Host header
     * @param target path and query of the URL
     */
    public record Destination(boolean tls, String host, InetAddress address, int port, String target) {}

    private final HostLookups lookups;

    DestinationResolver(HostLookups lookups) {
        this.lookups = lookups;
    }

    /**
     * Resolves a URL; not to be called while a connection to the database is held, because it may wait for others.
     *
     * @param owner whose URL it is; a bound on lookups at once holds for each
     * @throws UnreachableDestination if the URL is malformed, its host is unknown, or the policy forbids it
     */
    public Destination resolve(String url, String owner, OutboundPolicy policy)
            throws UnreachableDestination, InterruptedException {
        var uri = parse(url);
        var tls = "https".equals(scheme(uri));
        if (!tls && !(policy.allowHttp() && "http".equals(scheme(uri)))) {
            throw new UnreachableDestination("has to begin with https://.");
        }
        var host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null || host.contains("%")) {
            throw new UnreachableDestination("has to name a host, without a user, a password, a zone or a fragment.");
        }
        var port = uri.getPort() >= 0 ? uri.getPort() : tls ? HTTPS : HTTP;
        if (port != HTTPS && port != HTTP && (port < FIRST_UNRESERVED_PORT || port > 65_535)) {
            throw new UnreachableDestination(
                    "leads to port " + port + "; 443, 80, or one from 1024 to 65535 can be told.");
        }
        var path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new Destination(
                tls,
                host,
                address(host, owner, policy),
                port,
                uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
    }

    private static URI parse(String url) throws UnreachableDestination {
        if (url.length() > LONGEST_URL) {
            throw new UnreachableDestination("has more than " + LONGEST_URL + " characters.");
        }
        try {
            return new URI(url).parseServerAuthority();
        } catch (URISyntaxException e) {
            throw new UnreachableDestination("is no address, such as https://partner.example/hooks/solecast.");
        }
    }

    private static @Nullable String scheme(URI uri) {
        return uri.getScheme() == null ? null : uri.getScheme().toLowerCase(Locale.ROOT);
    }

    /** Returns the first of the host's addresses, provided that all of them are public. */
    private InetAddress address(String host, String owner, OutboundPolicy policy)
            throws UnreachableDestination, InterruptedException {
        if ((NUMBER.matcher(host).matches() && !IPV4.matcher(host).matches())
                || (host.contains(":") && host.contains("."))) {
            throw new UnreachableDestination(
                    "has to name an IPv4 address by four decimal numbers, such as 192.0.2.1, without leading zeros.");
        }
        var addresses = lookups.resolve(host, owner, policy.lookupTimeout());
        if (!policy.allowInside() && !addresses.stream().allMatch(PublicAddressCheck::isPublic)) {
            throw new UnreachableDestination("leads to an address that is not public: " + host + ".");
        }
        return addresses.getFirst();
    }
}
