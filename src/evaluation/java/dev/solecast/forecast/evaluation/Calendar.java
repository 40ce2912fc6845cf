package dev.solecast.forecast.evaluation;

import dev.solecast.forecast.evaluation.SimulatedRumor.Span;
import java.time.LocalDate;

/** The month, quarter, half and year that contain a day. */
final class Calendar {
    private Calendar() {}

    static Span month(int day) {
        return months(day, 1);
    }

    static Span quarter(int day) {
        return months(day, 3);
    }

    static Span half(int day) {
        return months(day, 6);
    }

    static Span year(int day) {
        return months(day, 12);
    }

    private static Span months(int day, int length) {
        LocalDate date = LocalDate.ofEpochDay(day);
        int first = (date.getMonthValue() - 1) / length * length + 1;
        LocalDate start = LocalDate.of(date.getYear(), first, 1);
        return new Span((int) start.toEpochDay(), (int)
                start.plusMonths(length).minusDays(1).toEpochDay());
    }
}
