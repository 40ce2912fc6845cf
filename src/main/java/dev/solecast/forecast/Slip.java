package dev.solecast.forecast;

import dev.solecast.date.Window;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The distance of a release from the window that had been named for it. */
public final class Slip {
    private Slip() {}

    /** The days after the window's last day, negative before its first, 0 inside; an open end cannot be missed. */
    public static long days(Window window, LocalDate released) {
        LocalDate earliest = window.earliest();
        LocalDate latest = window.latest();
        if (latest != null && released.isAfter(latest)) {
            return ChronoUnit.DAYS.between(latest, released);
        }
        return earliest != null && released.isBefore(earliest) ? ChronoUnit.DAYS.between(earliest, released) : 0;
    }
}
