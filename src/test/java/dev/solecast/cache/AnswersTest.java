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

/** Somebody asks for address after address that nobody else asks for, while phones ask for the same few. */
class AnswersTest {

    private static final long MEMORY = 1_000_000;
    private static final int USEFUL = 20;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T06:00:00Z"), ZoneOffset.UTC);

    private final ResponseCache answers = new ResponseCache(FixedCacheSettings.ofBytes(MEMORY), CLOCK);

    @Test
    void floodOfAddressesStaysWithinItsBoundAndLeavesWhatOthersAskFor() {
        flood(20_000);
    }

    @Test
    @Tag("soak")
    void floodOfAMillionAddressesStaysWithinItsBoundAndLeavesWhatOthersAskFor() {
        flood(1_000_000);
    }

    @Test
    void withoutMemoryNothingIsKept() {
        var none = new ResponseCache(FixedCacheSettings.ofBytes(0), CLOCK);
        none.keep(key("/v1/brands"), answer(10));
        assertThat(none.weight()).isZero();
        assertThat(none.find(key("/v1/brands"))).isNull();
    }

    private void flood(int addresses) {
        int made = 0;
        for (int i = 0; i < addresses; i++) {
            ask("/v1/releases?minConfidence=0.5&from=2027-03-01&color=pink" + i);
            if (i % 50 == 0) {
                made += IntStream.range(0, USEFUL)
                        .map(which -> ask("/v1/releases/upcoming?brand=brand-" + which))
                        .sum();
            }
            if (i % 10_000 == 0) {
                assertThat(answers.weight()).isLessThanOrEqualTo(MEMORY);
            }
        }
        assertThat(answers.weight()).isBetween(MEMORY / 2, MEMORY);
        assertThat(made).as("useful answers that had to be made").isLessThan(addresses / 50 * USEFUL / 20);
        var useful = IntStream.range(0, USEFUL)
                .filter(which -> answers.find(key("/v1/releases/upcoming?brand=brand-" + which)) != null)
                .count();
        assertThat(useful).as("useful answers that are there after all").isGreaterThanOrEqualTo(USEFUL - 2);
    }

    /** 1 if the answer had to be made. */
    private int ask(String address) {
        var key = key(address);
        if (answers.find(key) != null) {
            return 0;
        }
        answers.keep(key, answer(10_000));
        return 1;
    }

    private static CacheKey key(String address) {
        return new CacheKey(address, Language.ENGLISH, false, "");
    }

    private static CachedResponse answer(int length) {
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
                new Dependencies(new NothingTouched(), 0, new long[0], List.of()),
                "/v1/releases");
    }

    /** Nothing changes. */
    private static final class NothingTouched extends TagInvalidations {

        @Override
        boolean isUpToDate() {
            return true;
        }
    }
}
