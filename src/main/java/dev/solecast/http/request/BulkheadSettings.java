package dev.solecast.http.request;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/** The places for each kind of work on a node. */
@ConfigMapping(prefix = "solecast.bulkheads")
interface BulkheadSettings {

    /** Calendars at the same time. */
    int calendars();

    /** Exports at the same time. */
    int exports();

    /** Imports at the same time. */
    int imports();

    /** Other reads at the same time. */
    int reads();

    /** Other writes at the same time. */
    int writes();

    /** The time for which a request waits for a place; with its work it must stay below the deadline of requests. */
    Duration patience();

    /** The number of places for this kind of work. */
    default int places(Workload work) {
        return switch (work) {
            case CALENDAR -> calendars();
            case EXPORT -> exports();
            case IMPORT -> imports();
            case READ -> reads();
            case WRITE -> writes();
        };
    }
}
