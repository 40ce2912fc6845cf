package dev.solecast.forecast.evaluation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * Six announced dates, all read from one calendar on 2021-04-19, that moved. They were selected because they moved:
 * they show how far dates move, not how often, and are too few to prove anything else.
 */
final class MovedDates {

    record Moved(String styleCode, LocalDate announced, LocalDate happened) {
        long days() {
            return ChronoUnit.DAYS.between(announced, happened);
        }
    }

    static final List<Moved> KNOWN = List.of(
            moved("CT8527-400", "2021-04-29", "2021-04-28"),
            moved("DD1391-700", "2021-05-13", "2021-06-03"),
            moved("CT8527-100", "2021-05-29", "2021-07-03"),
            moved("DD1399-102", "2021-06-11", "2021-06-29"),
            moved("CT8527-700", "2021-08-07", "2021-08-28"),
            moved("555088-611", "2021-10-20", "2021-11-20"));

    private MovedDates() {}

    private static Moved moved(String styleCode, String announced, String happened) {
        return new Moved(styleCode, LocalDate.parse(announced), LocalDate.parse(happened));
    }

    /** The mean move of all but one, in days. */
    static double meanWithout(Moved excluded) {
        return KNOWN.stream()
                .filter(moved -> !moved.equals(excluded))
                .mapToLong(Moved::days)
                .average()
                .orElseThrow();
    }

    static String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%nsix announced dates that moved; each against the mean move of the other five, in days%n"));
        double announcementError = 0;
        double meanMoveError = 0;
        for (Moved moved : KNOWN) {
            double mean = meanWithout(moved);
            announcementError += Math.abs(moved.days());
            meanMoveError += Math.abs(moved.days() - mean);
            text.append(String.format(
                    Locale.ROOT,
                    "    %-11s moved %+3d, the others %+5.1f: off by %4.1f%n",
                    moved.styleCode(),
                    moved.days(),
                    mean,
                    Math.abs(moved.days() - mean)));
        }
        return text.append(String.format(
                        Locale.ROOT,
                        "    mean error %.1f days, against %.1f for believing the announcement; n = 6, picked for having moved%n",
                        meanMoveError / KNOWN.size(),
                        announcementError / KNOWN.size()))
                .toString();
    }
}
