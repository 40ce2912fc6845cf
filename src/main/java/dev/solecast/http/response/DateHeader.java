package dev.solecast.http.response;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The time as the header {@code Date} has it, written once a second. */
public final class DateHeader {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static volatile DateHeader last = new DateHeader(0);

    private final long second;
    private final String text;

    private DateHeader(long second) {
        this.second = second;
        this.text = FORM.format(Instant.ofEpochSecond(second));
    }

    /**
     * Of this time.
     *
     * @param milliseconds since 1970
     */
    public static String of(long milliseconds) {
        var date = last;
        long second = Math.floorDiv(milliseconds, 1_000);
        if (date.second != second) {
            date = new DateHeader(second);
            last = date;
        }
        return date.text;
    }
}
