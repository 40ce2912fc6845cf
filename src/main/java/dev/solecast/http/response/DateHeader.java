package dev.solecast.http.response;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The value of the header {@code Date}, formatted once a second. */
public final class DateHeader {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static volatile DateHeader last = new DateHeader(0);

    private final long epochSecond;
    private final String text;

    private DateHeader(long epochSecond) {
        this.epochSecond = epochSecond;
        this.text = FORMAT.format(Instant.ofEpochSecond(epochSecond));
    }

    /**
     * The value of the header at this time.
     *
     * @param epochMillis in milliseconds since 1970 (UTC)
     */
    public static String of(long epochMillis) {
        var date = last;
        long epochSecond = Math.floorDiv(epochMillis, 1_000);
        if (date.epochSecond != epochSecond) {
            date = new DateHeader(epochSecond);
            last = date;
        }
        return date.text;
    }
}
