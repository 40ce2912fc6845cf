package dev.solecast.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.solecast.http.ClientNetwork;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * The quotas of all callers. Each node counts on its own, so that several nodes behind one address each allow as much.
 * Their number is bounded: a caller idle for ten minutes, or the one idle longest when there is no room, starts again
 * with a full quota and without debts.
 */
@Singleton
class Quotas {

    private static final int MAX_ENTRIES = 100_000;

    private final RateLimitSettings settings;
    private final Cache<String, Quota> quotas = Caffeine.newBuilder()
            .maximumSize(MAX_ENTRIES)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();
    private final TimeMeter time = TimeMeter.SYSTEM_NANOTIME;

    Quotas(RateLimitSettings settings) {
        this.settings = settings;
    }

    /** The quota of requests without a key from this address; empty if there is no limit. */
    Optional<Quota> of(SocketAddress address) {
        return quota(
                "anonymous", settings.anonymous(), ClientNetwork.of(address).prefix());
    }

    /** The quota of requests with unusable keys from this address; empty if there is no limit. */
    Optional<Quota> ofFailures(SocketAddress address) {
        return quota(
                "failed-logins",
                settings.failedLogins(),
                ClientNetwork.of(address).prefix());
    }

    /** The quota of requests with this key; empty if there is no limit. */
    Optional<Quota> of(CachedKey key) {
        int tokens = switch (key.role()) {
            case READER -> settings.reader();
            case CONTRIBUTOR -> settings.contributor();
            case EDITOR -> settings.editor();
            case ADMIN -> settings.admin();
        };
        return quota(key.role().wireName(), tokens, key.id());
    }

    private Optional<Quota> quota(String policy, int tokens, String caller) {
        return tokens == 0
                ? Optional.empty()
                : Optional.of(quotas.get(policy + " " + caller, unknown -> new Quota(policy, tokens, time)));
    }
}
