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
 * The quotas of all callers, kept by this node for itself: with several nodes behind one address, each allows as much.
 * There is room for so many; who has not called for a minute, or longest when there is no room, begins anew.
 */
@Singleton
class Quotas {

    private static final int MOST = 100_000;

    private final RateLimitSettings settings;
    private final Cache<String, Quota> quotas = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofSeconds(Quota.WINDOW))
            .build();
    private final TimeMeter time = TimeMeter.SYSTEM_NANOTIME;

    Quotas(RateLimitSettings settings) {
        this.settings = settings;
    }

    /** Of requests from there without a key; empty if there is no limit. */
    Optional<Quota> of(SocketAddress address) {
        return quota("anonymous", settings.anonymous(), network(address));
    }

    /** Of requests from there with keys that cannot be used; empty if there is no limit. */
    Optional<Quota> ofFailures(SocketAddress address) {
        return quota("failed-logins", settings.failedLogins(), network(address));
    }

    /** Of requests with this key; empty if there is no limit. */
    Optional<Quota> of(CachedKey key) {
        int requests = switch (key.role()) {
            case READER -> settings.reader();
            case CONTRIBUTOR -> settings.contributor();
            case EDITOR -> settings.editor();
            case ADMIN -> settings.admin();
        };
        return quota(key.role().word(), requests, key.id());
    }

    private Optional<Quota> quota(String policy, int requests, String caller) {
        return requests == 0
                ? Optional.empty()
                : Optional.of(quotas.get(policy + " " + caller, unknown -> new Quota(policy, requests, time)));
    }

    /** Whoever has one IPv6 address has the 2^64 around it. */
    static String network(SocketAddress address) {
        var host = address.hostAddress();
        if (host == null) {
            return "local";
        }
        try {
            // No name but a literal, which nothing is asked about.
            return InetAddress.getByName(host) instanceof Inet6Address wide
                    ? HexFormat.of().formatHex(Arrays.copyOf(wide.getAddress(), 8))
                    : host;
        } catch (UnknownHostException e) {
            return host;
        }
    }
}
