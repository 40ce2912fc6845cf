package dev.solecast.http.request;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** The places for heavy work on a node. */
@ConfigMapping(prefix = "solecast.heavy")
interface HeavySettings {

    /** Calendars at the same time. */
    int calendars();

    /** Pages of feeds at the same time. */
    int feeds();

    /** Exports at the same time. */
    int exports();

    /** Imports at the same time. */
    int imports();

    /** Costly lists at the same time. */
    int queries();

    /** The time for which a request waits for a place; with its work it must stay below the deadline of requests. */
    Duration patience();

    /** The number of places for this kind of work. */
    default int places(HeavyWork work) {
        return switch (work) {
            case CALENDAR -> calendars();
            case FEED -> feeds();
            case EXPORT -> exports();
            case IMPORT -> imports();
            case QUERY -> queries();
        };
    }
}
