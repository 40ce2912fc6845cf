package dev.solecast.forecast;

import dev.solecast.date.Window;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the words for a forecast: the finest day, month, quarter, half or year that it mostly falls into. */
final class Summary {

    /** Of the chances, should it come, that a window must hold to be named: two in three. */
    private static final double MOSTLY = 2.0 / 3;

    private record Candidate(String edtf, LocalDate from, LocalDate to) {}

    private Summary() {}

    static @Nullable Window of(Forecast forecast) {
        LocalDate median = forecast.median();
        Forecast.Interval most = forecast.within80();
        if (median == null || most == null) {
            return null;
        }
        for (Candidate candidate : around(median)) {
            if (forecast.between(candidate.from(), candidate.to()) >= MOSTLY * forecast.happens()) {
                return Window.parse(candidate.edtf());
            }
        }
        YearMonth from = YearMonth.from(most.from());
        YearMonth to = YearMonth.from(most.to());
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
