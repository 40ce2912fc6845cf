package dev.solecast;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Sets the time of all tests to 06:00 UTC on 22 November 2026, when it is still the 21st in Los Angeles. */
class FixedClock {

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    Clock fixed() {
        return Clock.fixed(Instant.parse("2026-11-22T06:00:00Z"), ZoneOffset.UTC);
    }
}
