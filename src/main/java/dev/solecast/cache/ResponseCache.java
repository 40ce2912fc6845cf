package dev.solecast.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The answers that are kept. When there is no room, what is asked for often stays, and what was asked for once goes,
 * however much of it comes.
 */
@ApplicationScoped
class ResponseCache {

    private final Clock clock;
    private final Cache<CacheKey, CachedResponse> kept;

    ResponseCache(CacheSettings settings, Clock clock) {
        this.clock = clock;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(settings.responses().asLongValue())
                .<CacheKey, CachedResponse>weigher((key, answer) -> key.weight() + answer.weight())
                .build();
    }

    /** Null if there is none that is still true. */
    @Nullable
    CachedResponse find(CacheKey key) {
        var answer = kept.getIfPresent(key);
        return answer != null && answer.isTrue(clock) ? answer : null;
    }

    void keep(CacheKey key, CachedResponse answer) {
        kept.put(key, answer);
    }

    /** Bytes that they take, about. */
    long weight() {
        kept.cleanUp();
        return kept.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}
