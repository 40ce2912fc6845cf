package dev.solecast.http;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * Produces the only clock of real time; all other code is injected with it as {@link Clock}. It ticks in microseconds,
 * which is all that the database stores, so that the answer to a write is what is read afterwards.
 */
class SystemClock {

    @Produces
    @Singleton
    Clock utc() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }
}
