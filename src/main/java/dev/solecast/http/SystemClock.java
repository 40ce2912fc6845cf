package dev.solecast.http;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Produces the only clock of real time; all other code is injected with it as {@link Clock}. */
class SystemClock {

    @Produces
    @Singleton
    Clock utc() {
        return Clock.systemUTC();
    }
}
