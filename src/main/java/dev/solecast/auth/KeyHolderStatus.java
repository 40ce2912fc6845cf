package dev.solecast.auth;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Tells whether the key that owns a webhook is still valid. */
@Singleton
public class KeyHolderStatus {

    private static final Duration MAX_AGE = Duration.ofSeconds(1);
    private static final int MAX_ENTRIES = 10_000;

    private final LoadingCache<String, Boolean> inForce;

    KeyHolderStatus(Keys keys, Clock clock) {
        this.inForce = Caffeine.newBuilder()
                .maximumSize(MAX_ENTRIES)
                .expireAfterWrite(MAX_AGE)
                .build(name -> QuarkusTransaction.requiringNew()
                        .call(() -> keys.count(
                                        "name = ?1 and revokedAt is null and (expiresAt is null or expiresAt > ?2)",
                                        name,
                                        clock.instant())
                                > 0));
    }

    /** Whether the key with this name is neither revoked nor expired; the answer is at most a second old. */
    public boolean isInForce(String name) {
        return inForce.get(name);
    }
}
