package dev.solecast.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.http.Language;
import dev.solecast.http.response.EntityTag;
import dev.solecast.http.response.Freshness;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One client requests ever new addresses, while others request the same few. */
class ResponseCacheTest {

    private static final long MEMORY = 1_000_000;
    private static final int POPULAR = 20;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T06:00:00Z"), ZoneOffset.UTC);

    private final ResponseCache cache = new ResponseCache(FixedCacheSettings.ofBytes(MEMORY), CLOCK);

    @Test
    void floodOfAddressesStaysWithinItsBoundAndLeavesWhatOthersAskFor() {
        flood(20_000);
    }

    @Test
    @Tag("soak")
    void floodOfAMillionAddressesStaysWithinItsBound() {
        flood(1_000_000);
    }

    @Test
    void withoutMemoryNothingIsKept() {
        var none = new ResponseCache(FixedCacheSettings.ofBytes(0), CLOCK);
        none.put(key("/v1/brands"), response(10));
        assertThat(none.weight()).isZero();
        assertThat(none.find(key("/v1/brands"))).isNull();
    }

    private void flood(int addresses) {
        int misses = 0;
        for (int i = 0; i < addresses; i++) {
            request("/v1/releases?minConfidence=0.5&from=2027-03-01&color=pink" + i);
            if (i % 50 == 0) {
                misses += IntStream.range(0, POPULAR)
                        .map(which -> request("/v1/releases/upcoming?brand=brand-" + which))
                        .sum();
            }
            if (i % 10_000 == 0) {
                assertThat(cache.weight()).isLessThanOrEqualTo(MEMORY);
            }
        }
        assertThat(cache.weight()).isBetween(MEMORY / 2, MEMORY);
        assertThat(misses).as("popular responses that had to be computed").isLessThan(addresses / 50 * POPULAR / 20);
        var popular = IntStream.range(0, POPULAR)
                .filter(which -> cache.find(key("/v1/releases/upcoming?brand=brand-" + which)) != null)
                .count();
        assertThat(popular).as("popular responses that are cached at the end").isGreaterThanOrEqualTo(POPULAR - 2);
    }

    /** Requests an address; 1 if it was not cached, else 0. */
    private int request(String address) {
        var key = key(address);
        if (cache.find(key) != null) {
            return 0;
        }
        cache.put(key, response(10_000));
        return 1;
    }

    private static CacheKey key(String address) {
        return new CacheKey(address, Language.ENGLISH, false, "");
    }

    private static CachedResponse response(int length) {
        var tag = new EntityTag("tag");
        var now = CLOCK.millis();
        var day = now + Duration.ofDays(1).toMillis();
        return new CachedResponse(
                Buffer.buffer(new byte[length]),
                tag,
                CachedResponse.Header.of("ETag", tag),
                CachedResponse.Header.of("Content-Type", "application/json"),
                List.of(),
                false,
                new Freshness(now, day, day, Duration.ofMinutes(1)),
                new Dependencies(new NoInvalidations(), 0, new long[0], List.of()),
                "/v1/releases");
    }

    /** Invalidations that are always up to date, and empty. */
    private static final class NoInvalidations extends TagInvalidations {

        @Override
        boolean isUpToDate() {
            return true;
        }
    }
}
