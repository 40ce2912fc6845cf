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
 * Caches the keys of requests. Each is read from the database at most twice a second, so that every node refuses a key
 * within a second of its revocation on another.
 */
@Singleton
class KeyCache {

    private static final Duration MAX_AGE = Duration.ofMillis(500);
    /** In milliseconds: a hanging database must not keep a request waiting longer. */
    private static final long LOAD_TIMEOUT_MILLIS = 2_000;
    // A bound is needed because unknown ids are cached too, and anybody can make those up.
    private static final int MAX_ENTRIES = 10_000;

    private final Keys keys;
    private final Vertx vertx;
    private final AsyncLoadingCache<String, Optional<CachedKey>> cache;

    KeyCache(Keys keys, Vertx vertx) {
        this.keys = keys;
        this.vertx = vertx;
        this.cache = Caffeine.newBuilder()
                .maximumSize(MAX_ENTRIES)
                .expireAfterWrite(MAX_AGE)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .buildAsync(this::load);
    }

    /** Finds the key with this id. Another thread completes the future if the database has to be asked. */
    CompletableFuture<Optional<CachedKey>> find(String id) {
        return cache.get(id);
    }

    /** Invalidates a key that has changed, so that this node sees the change at once. */
    void invalidate(String id) {
        cache.synchronous().invalidate(id);
    }

    private Optional<CachedKey> load(String id) {
        var thread = Thread.currentThread();
        // Interrupting a virtual thread closes the connection on which it waits.
        long timer = vertx.setTimer(LOAD_TIMEOUT_MILLIS, passed -> thread.interrupt());
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> keys.findByIdOptional(id).map(CachedKey::of));
        } finally {
            vertx.cancelTimer(timer);
        }
    }
}
