package dev.solecast.http.response;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * How long an answer may be kept; all in milliseconds.
 *
 * <p>Nothing tells a cache that an editor has changed something, so {@link #USUAL} is how late a reader may learn of
 * it, and {@link #NEAR_A_DROP} how late when it matters most. Around midnight an answer is kept only until the day
 * changes: where the reader is, for with it change {@code today}, {@code group} and {@code overdue}; and in UTC, the day
 * of every forecast.
 *
 * @param from when the answer was made
 * @param midnight the next one that changes it
 * @param until when this changes by itself: then, or before, when what the answer tells of comes near
 * @param longest how late a reader may learn of a change
 */
public record Freshness(long from, long midnight, long until, Duration longest) {

    static final Duration USUAL = Duration.ofMinutes(1);
    static final Duration NEAR_A_DROP = Duration.ofSeconds(10);

    /** Of an answer made now. */
    public static Freshness of(@Nullable Object answer, Instant now, ZoneId zone) {
        long from = now.toEpochMilli();
        long midnight = Math.min(midnight(now, zone), midnight(now, ZoneOffset.UTC));
        if (!(answer instanceof Imminent it)) {
            return new Freshness(from, midnight, midnight, USUAL);
        }
        var imminent = it.imminent(now);
        return new Freshness(from, midnight, turn(it, from, midnight), imminent ? NEAR_A_DROP : USUAL);
    }

    /** Whether what was made then is still what would be made at this time, if nobody changes anything. */
    public boolean includes(long time) {
        return from <= time && time < until;
    }

    /** How long it may be kept from this time on. */
    Duration left(long time) {
        long left = Math.max(0, midnight - time);
        return left < longest.toMillis() ? Duration.ofMillis(left) : longest;
    }

    /** The value of {@code Cache-Control} at this time. */
    public String cacheControl(long time) {
        return "public, max-age=" + left(time).toSeconds();
    }

    /** When it becomes imminent, or stops to be, before midnight; midnight if it does not. */
    private static long turn(Imminent it, long from, long midnight) {
        var imminent = it.imminent(Instant.ofEpochMilli(from));
        if (it.imminent(Instant.ofEpochMilli(midnight - 1)) == imminent) {
            return midnight;
        }
        long before = from;
        long after = midnight - 1;
        while (after - before > 1) {
            long middle = (before + after) / 2;
            if (it.imminent(Instant.ofEpochMilli(middle)) == imminent) {
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
