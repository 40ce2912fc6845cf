package dev.solecast.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The store of cached responses, bounded in bytes. Responses that are requested often stay (W-TinyLFU), however many
 * others are requested only once.
 */
@ApplicationScoped
class ResponseCache {

    private final Clock clock;
    private final Cache<CacheKey, CachedResponse> cache;

    ResponseCache(CacheSettings.Responses settings, Clock clock) {
        this.clock = clock;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(settings.memory().asLongValue())
                .<CacheKey, CachedResponse>weigher((key, response) -> key.weight() + response.weight())
                .build();
    }

    /** The stored response; null if there is none, or if it is stale. */
    @Nullable
    CachedResponse find(CacheKey key) {
        var response = cache.getIfPresent(key);
        return response != null && response.isFresh(clock) ? response : null;
    }

    void put(CacheKey key, CachedResponse response) {
        cache.put(key, response);
    }

    /** The approximate size of all responses in bytes. */
    long weight() {
        cache.cleanUp();
        return cache.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}
