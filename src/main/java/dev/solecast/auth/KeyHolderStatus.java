package dev.solecast.auth;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Whether those who left something to be done in their name still have their key. */
@Singleton
public class KeyHolderStatus {

    private static final Duration TRUSTED_FOR = Duration.ofSeconds(1);
    private static final int MOST = 10_000;

    private final LoadingCache<String, Boolean> inForce;

    KeyHolderStatus(Keys keys, Clock clock) {
        this.inForce = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(TRUSTED_FOR)
                .build(name -> QuarkusTransaction.requiringNew()
                        .call(() -> keys.count(
                                        "name = ?1 and revokedAt is null and (expiresAt is null or expiresAt > ?2)",
                                        name,
                                        clock.instant())
                                > 0));
    }

    /** Whether the key of this name is neither revoked nor expired, as of a second ago at most. */
    public boolean inForce(String name) {
        return inForce.get(name);
    }
}
