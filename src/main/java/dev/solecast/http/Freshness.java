package dev.solecast.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long an answer may be kept.
 *
 * <p>Nothing tells a cache that an editor has changed something, so {@link #USUAL} is how late a reader may learn of
 * it, and {@link #NEAR_A_DROP} how late when it matters most. Around midnight an answer is kept only until the day
 * changes: where the reader is, for with it change {@code today}, {@code group} and {@code overdue}; and in UTC, the day
 * of every forecast.
 */
final class Freshness {

    static final Duration USUAL = Duration.ofMinutes(1);
    static final Duration NEAR_A_DROP = Duration.ofSeconds(10);

    private Freshness() {}

    /** Between zero and {@link #USUAL}; counted from now. */
    static Duration of(@Nullable Object answer, Instant now, ZoneId zone) {
        var wanted = answer instanceof Imminent it && it.imminent(now) ? NEAR_A_DROP : USUAL;
        return Stream.of(wanted, untilMidnight(now, zone), untilMidnight(now, ZoneOffset.UTC))
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Duration untilMidnight(Instant now, ZoneId zone) {
        var tomorrow = now.atZone(zone).toLocalDate().plusDays(1);
        return Duration.between(now, tomorrow.atStartOfDay(zone));
    }
}
