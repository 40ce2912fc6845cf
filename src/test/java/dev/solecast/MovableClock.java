package dev.solecast;

import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

/** A clock that stands still until a test advances it. It starts at the time of all other tests. */
public final class MovableClock extends Clock {

    /** Runs the service with this clock. */
    public static final class Profile implements QuarkusTestProfile {
        @Override
        public Set<Class<?>> getEnabledAlternatives() {
            return Set.of(Producer.class);
        }
    }

    /** Replaces the clock of {@link FixedClock}. */
    @Alternative
    @Singleton
    static class Producer {

        @Produces
        @Singleton
        Clock clock() {
            return new MovableClock();
        }
    }

    private volatile Instant now = Instant.parse("2026-11-22T06:00:00Z");

    /** Advances the injected clock. */
    public static void advance(Clock clock, Duration time) {
        ((MovableClock) clock).now = clock.instant().plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
