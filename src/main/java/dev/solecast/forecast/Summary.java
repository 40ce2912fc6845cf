package dev.solecast.forecast;

import dev.solecast.date.Window;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Summarizes a forecast as the finest day, month, quarter, half or year that holds most of its chances. */
final class Summary {

    /** The share of the chances, given that it comes, that a window must hold: two thirds. */
    private static final double MOSTLY = 2.0 / 3;

    private record Candidate(String edtf, LocalDate from, LocalDate to) {}

    private Summary() {}

    /** The months of the 80 % interval if even the year holds too little; null when the forecast has no median. */
    static @Nullable Window of(Forecast forecast) {
        LocalDate median = forecast.median();
        Forecast.Interval widest = forecast.within80();
        if (median == null || widest == null) {
            return null;
        }
        for (Candidate candidate : around(median)) {
            if (forecast.chanceBetween(candidate.from(), candidate.to()) >= MOSTLY * forecast.happens()) {
                return Window.parse(candidate.edtf());
            }
        }
        YearMonth from = YearMonth.from(widest.from());
        YearMonth to = YearMonth.from(widest.to());
        return Window.parse(from + "/" + to);
    }

    private static List<Candidate> around(LocalDate day) {
        int year = day.getYear();
        int month = day.getMonthValue();
        return List.of(
                new Candidate(day.toString(), day, day),
                months(YearMonth.from(day).toString(), year, month, 1),
                months(season(year, 33 + (month - 1) / 3), year, month, 3),
                months(season(year, 40 + (month - 1) / 6), year, month, 6),
                months(String.format(Locale.ROOT, "%04d", year), year, month, 12));
    }

    private static String season(int year, int code) {
        return String.format(Locale.ROOT, "%04d-%d", year, code);
    }

    private static Candidate months(String edtf, int year, int month, int length) {
        YearMonth first = YearMonth.of(year, (month - 1) / length * length + 1);
        return new Candidate(edtf, first.atDay(1), first.plusMonths(length - 1L).atEndOfMonth());
    }
}
