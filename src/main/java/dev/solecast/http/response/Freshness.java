package dev.solecast.http.response;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The time for which a response may be cached; its points in time are in milliseconds since 1970 (UTC).
 *
 * <p>Caches outside the service are not told of changes, so {@link #USUAL} is the maximum delay after which a reader
 * sees one, and {@link #NEAR_A_DROP} the maximum shortly before a release. No response is cached past midnight, neither
 * in the reader's zone, where {@code today}, {@code group} and {@code overdue} change then, nor in UTC, which is the
 * zone of every forecast's day.
 *
 * @param from the time when the response was computed
 * @param midnight the next midnight that changes the response
 * @param until the time when the response or its maximum age changes by itself: midnight, or earlier if it becomes or
 *     ceases to be imminent
 * @param maxAge the maximum delay after which a reader sees a change
 */
public record Freshness(long from, long midnight, long until, Duration maxAge) {

    static final Duration USUAL = Duration.ofMinutes(1);
    static final Duration NEAR_A_DROP = Duration.ofSeconds(10);

    /** The freshness of a response computed now. */
    public static Freshness of(@Nullable Object entity, Instant now, ZoneId zone) {
        long from = now.toEpochMilli();
        long midnight = Math.min(midnight(now, zone), midnight(now, ZoneOffset.UTC));
        if (!(entity instanceof Imminent imminent)) {
            return new Freshness(from, midnight, midnight, USUAL);
        }
        var longest = imminent.isImminent(now) ? NEAR_A_DROP : USUAL;
        return new Freshness(from, midnight, nextChange(imminent, from, midnight), longest);
    }

    /** Whether the response is still correct at this time, provided that no data has changed. */
    public boolean isFreshAt(long time) {
        return from <= time && time < until;
    }

    /** The time for which the response may be cached from this time on. */
    Duration remaining(long time) {
        long left = Math.max(0, midnight - time);
        return left < maxAge.toMillis() ? Duration.ofMillis(left) : maxAge;
    }

    /** The value of {@code Cache-Control} at this time. */
    public String cacheControl(long time) {
        return "public, max-age=" + remaining(time).toSeconds();
    }

    /** The time before midnight when it becomes or ceases to be imminent, by bisection; midnight if there is none. */
    private static long nextChange(Imminent response, long from, long midnight) {
        var imminent = response.isImminent(Instant.ofEpochMilli(from));
        if (response.isImminent(Instant.ofEpochMilli(midnight - 1)) == imminent) {
            return midnight;
        }
        long before = from;
        long after = midnight - 1;
        while (after - before > 1) {
            long middle = (before + after) / 2;
            if (response.isImminent(Instant.ofEpochMilli(middle)) == imminent) {
                before = middle;
            } else {
                after = middle;
            }
        }
        return after;
    }

    private static long midnight(Instant now, ZoneId zone) {
        var tomorrow = now.atZone(zone).toLocalDate().plusDays(1);
        return tomorrow.atStartOfDay(zone).toInstant().toEpochMilli();
    }
}
