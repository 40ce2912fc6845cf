package dev.solecast.feed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** The content lines of an event (RFC 5545, 3.1), built one after another; ical4j takes ten times as long. */
final class EventLines {

    private final StringBuilder text = new StringBuilder(1_024);

    EventLines() {
        text.append("BEGIN:VEVENT\r\n");
    }

    /** Adds a line whose value is not a text, such as a number or an address. */
    EventLines add(String property, Object value) {
        text.append(property).append(':').append(value);
        return end();
    }

    EventLines addDay(String property, LocalDate day) {
        text.append(property).append(";VALUE=DATE:");
        append(day);
        return end();
    }

    EventLines addInstant(String property, Instant instant) {
        text.append(property).append(':');
        append(LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC));
        text.append('Z');
        return end();
    }

    EventLines addLocal(String property, LocalDateTime local, String zone) {
        text.append(property).append(";TZID=").append(zone).append(':');
        append(local);
        return end();
    }

    private EventLines end() {
        text.append("\r\n");
        return this;
    }

    private void append(LocalDateTime time) {
        append(time.toLocalDate());
        text.append('T');
        append(time.getHour());
        append(time.getMinute());
        append(time.getSecond());
    }

    private void append(LocalDate day) {
        append(day.getYear() / 100);
        append(day.getYear() % 100);
        append(day.getMonthValue());
        append(day.getDayOfMonth());
    }

    /** Appends a number of two digits. */
    private void append(int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** Adds a line with a text, escaped (RFC 5545, 3.3.11). */
    EventLines addText(String property, String value) {
        text.append(property).append(':');
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            switch (character) {
                case '\\', ';', ',' -> text.append('\\').append(character);
                case '\n' -> text.append("\\n");
                default -> text.append(character);
            }
        }
        return end();
    }

    /** The whole event, not folded yet. */
    @Override
    public String toString() {
        return text + "END:VEVENT\r\n";
    }
}
