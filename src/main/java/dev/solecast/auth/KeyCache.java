package dev.solecast.auth;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/**
 * The keys that requests come with, read from the database at most twice a second each: so a key that is revoked on one
 * node is refused by all of them within a second.
 */
@Singleton
class KeyCache {

    private static final Duration TRUSTED_FOR = Duration.ofMillis(500);
    /** Milliseconds; a database that hangs must not keep a request waiting longer. */
    private static final long PATIENCE = 2_000;
    // Ids that do not exist are kept too, and anybody can make those up.
    private static final int MOST = 10_000;

    private final Keys keys;
    private final Vertx vertx;
    private final AsyncLoadingCache<String, Optional<CachedKey>> known;

    KeyCache(Keys keys, Vertx vertx) {
        this.keys = keys;
        this.vertx = vertx;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(TRUSTED_FOR)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .buildAsync(this::load);
    }

    /** Empty if there is no key of this id. It is completed by another thread where the database had to be asked. */
    CompletableFuture<Optional<CachedKey>> find(String id) {
        return known.get(id);
    }

    /** To be called when one has changed, so that this node at least knows at once. */
    void forget(String id) {
        known.synchronous().invalidate(id);
    }

    private Optional<CachedKey> load(String id) {
        var thread = Thread.currentThread();
        // Interrupted, a virtual thread lets go of the connection it waits for.
        long timer = vertx.setTimer(PATIENCE, passed -> thread.interrupt());
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> keys.findByIdOptional(id).map(CachedKey::of));
        } finally {
            vertx.cancelTimer(timer);
        }
    }
}
