package dev.solecast.bench;

import java.time.LocalDate;

/**
 * Windows as sources name them for a day: 55 % the day, 25 % its month, 15 % its season or quarter, 5 % its year.
 * Written in EDTF.
 */
final class RandomWindow {

    private RandomWindow() {}

    static String about(LocalDate day, SeededRandom random) {
        int kind = random.below(100);
        if (kind < 55) {
            return day.toString();
        } else if (kind < 80) {
            return day.toString().substring(0, 7);
        } else if (kind < 95) {
            return random.in(0.5) ? season(day) : day.getYear() + "-" + (33 + (day.getMonthValue() - 1) / 3);
        }
        return Integer.toString(day.getYear());
    }

    /** Spring begins in March; January and February belong to the winter of the year before. */
    private static String season(LocalDate day) {
        int month = day.getMonthValue();
        int year = month < 3 ? day.getYear() - 1 : day.getYear();
        return year + "-" + (21 + (month + 9) % 12 / 3);
    }
}
