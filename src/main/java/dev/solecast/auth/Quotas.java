package dev.solecast.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The quotas of all callers. Each node counts on its own, so that several nodes behind one address each allow as much.
 * Their number is bounded: a caller idle for a minute, or the one idle longest when there is no room, starts again with
 * a full quota.
 */
@Singleton
class Quotas {

    private static final int MAX_ENTRIES = 100_000;

    private final RateLimitSettings settings;
    private final Cache<String, Quota> quotas = Caffeine.newBuilder()
            .maximumSize(MAX_ENTRIES)
            .expireAfterAccess(Duration.ofSeconds(Quota.WINDOW_SECONDS))
            .build();
    private final TimeMeter time = TimeMeter.SYSTEM_NANOTIME;

    Quotas(RateLimitSettings settings) {
        this.settings = settings;
    }

    /** The quota of requests without a key from this address; empty if there is no limit. */
    Optional<Quota> of(SocketAddress address) {
        return quota("anonymous", settings.anonymous(), network(address));
    }

    /** The quota of requests with unusable keys from this address; empty if there is no limit. */
    Optional<Quota> ofFailures(SocketAddress address) {
        return quota("failed-logins", settings.failedLogins(), network(address));
    }

    /** The quota of requests with this key; empty if there is no limit. */
    Optional<Quota> of(CachedKey key) {
        int requests = switch (key.role()) {
            case READER -> settings.reader();
            case CONTRIBUTOR -> settings.contributor();
            case EDITOR -> settings.editor();
            case ADMIN -> settings.admin();
        };
        return quota(key.role().wireName(), requests, key.id());
    }

    private Optional<Quota> quota(String policy, int requests, String caller) {
        return requests == 0
                ? Optional.empty()
                : Optional.of(quotas.get(policy + " " + caller, unknown -> new Quota(policy, requests, time)));
    }

    /**
     * The part of the address that identifies a caller: the first 64 bits of IPv6, since a caller has all of the 2^64
     * behind.
     */
    static String network(SocketAddress address) {
        var host = address.hostAddress();
        if (host == null) {
            return "local";
        }
        try {
            // A literal address, so this makes no DNS lookup.
            return InetAddress.getByName(host) instanceof Inet6Address ipv6
                    ? HexFormat.of().formatHex(Arrays.copyOf(ipv6.getAddress(), 8))
                    : host;
        } catch (UnknownHostException e) {
            return host;
        }
    }
}
