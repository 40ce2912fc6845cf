package dev.solecast.site;

import dev.solecast.release.ReleaseView;
import dev.solecast.release.RumorView;
import dev.solecast.release.read.ForecastDetail;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A forecast drawn over the coming days, and beneath it the windows that the rumors claim. Lengths along the days are in
 * hundredths of the width, so that the drawing fits any screen while its words keep their size; heights are in pixels.
 */
record Chart(
        int height,
        List<Bar> bars,
        List<Tick> ticks,
        @Nullable Span window,
        String today,
        List<Claim> claims) {

    private static final int TALLEST = 96;
    private static final int TOP = 8;
    private static final int BELOW_AXIS = 46;
    private static final int ROW = 40;
    private static final int MOST_BARS = 91;
    private static final int MOST_CLAIMS = 5;
    private static final int SHORTEST = 60;
    private static final int MOST_PAST = 120;
    private static final double SHOWN = 0.97;
    /** As a part of the tallest bar. */
    private static final double LEAST = 0.004;

    private static final double NARROWEST = 0.8;
    private static final DateTimeFormatter SHORT_MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);

    /** The chance of some days together. */
    record Bar(String x, String width, int y, int height) {}

    /** The first day of a month. */
    record Tick(String x, String label, boolean year) {}

    /** From one day to another. */
    record Span(String x, String width) {}

    /** What one source says. */
    record Claim(String text, Span span, int textY, int barY) {}

    static Chart of(ReleaseView release, ForecastDetail detail, LocalDate today) {
        var days = new Days(begin(release, today), end(release, detail, today));
        var date = release.date();
        var claims = claims(release, days);
        return new Chart(
                TOP + TALLEST + BELOW_AXIS + claims.size() * ROW,
                bars(detail, days),
                ticks(days),
                date == null ? null : days.span(date.earliest(), date.latest()),
                days.at(today),
                claims);
    }

    boolean hasClaims() {
        return !claims.isEmpty();
    }

    int axis() {
        return TOP + TALLEST;
    }

    int tickEnd() {
        return axis() + 6;
    }

    int tickText() {
        return axis() + 20;
    }

    private static LocalDate begin(ReleaseView release, LocalDate today) {
        var date = release.date();
        var earliest = date == null ? null : date.earliest();
        var first = earliest == null || earliest.isAfter(today) ? today : earliest;
        return first.isBefore(today.minusDays(MOST_PAST)) ? today.minusDays(7) : first.minusDays(7);
    }

    private static LocalDate end(ReleaseView release, ForecastDetail detail, LocalDate today) {
        double sum = 0;
        var end = today.plusDays(SHORTEST);
        for (var day : detail.days()) {
            sum += day.chance();
            if (sum >= SHOWN * detail.happens()) {
                end = later(end, day.date());
                break;
            }
        }
        var date = release.date();
        var latest = date == null ? null : date.latest();
        var horizon = today.plusDays(730);
        return latest == null ? end : later(end, latest.isBefore(horizon) ? latest : horizon);
    }

    private static List<Bar> bars(ForecastDetail detail, Days days) {
        // Each bar stands for as many days as its neighbours, or the drawing would show steps that are not there.
        var each = Math.ceilDiv(days.count(), MOST_BARS);
        var sums = new double[(int) Math.ceilDiv(days.count(), each)];
        for (var day : detail.days()) {
            var at = ChronoUnit.DAYS.between(days.first(), day.date());
            if (at >= 0 && at < days.count()) {
                sums[(int) (at / each)] += day.chance();
            }
        }
        double most = 0;
        for (var sum : sums) {
            most = Math.max(most, sum);
        }
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < sums.length; i++) {
            // The likelier it comes at all, the higher: hardly anything is drawn of what hardly anybody expects.
            var height = (int) Math.ceil(sums[i] / most * detail.happens() * TALLEST);
            if (sums[i] > LEAST * most) {
                var width = 82.0 * each / days.count();
                bars.add(new Bar(
                        percent(100.0 * i * each / days.count()), percent(width), TOP + TALLEST - height, height));
            }
        }
        return bars;
    }

    /** At most about seven, and always January. */
    private static List<Tick> ticks(Days days) {
        var months = ChronoUnit.MONTHS.between(YearMonth.from(days.first()), YearMonth.from(days.last())) + 1;
        var step = months <= 7 ? 1 : months <= 20 ? 3 : 6;
        var ticks = new ArrayList<Tick>();
        for (var month = YearMonth.from(days.first()).plusMonths(1);
                !month.atDay(1).isAfter(days.last());
                month = month.plusMonths(1)) {
            var year = month.getMonthValue() == 1;
            if ((month.getMonthValue() - 1) % step == 0 && days.share(month.atDay(1)) < 93) {
                var label = year ? String.valueOf(month.getYear()) : SHORT_MONTH.format(month);
                ticks.add(new Tick(days.at(month.atDay(1)), label, year));
            }
        }
        return ticks;
    }

    private static List<Claim> claims(ReleaseView release, Days days) {
        var rumors = release.newestRumors() == null ? List.<RumorView>of() : release.newestRumors();
        var claims = new ArrayList<Claim>();
        for (var rumor : rumors) {
            var window = rumor.window();
            var span =
                    window == null || rumor.retracted() != null ? null : days.span(window.earliest(), window.latest());
            if (window != null && span != null && claims.size() < MOST_CLAIMS) {
                var y = TOP + TALLEST + BELOW_AXIS + claims.size() * ROW;
                claims.add(
                        new Claim(SafeText.text(rumor.source().name()) + ": " + window.label(), span, y + 4, y + 12));
            }
        }
        return claims;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share);
    }

    /** The days that the drawing is as wide as. */
    private record Days(LocalDate first, LocalDate last) {

        long count() {
            return ChronoUnit.DAYS.between(first, last) + 1;
        }

        double share(LocalDate day) {
            return 100.0 * ChronoUnit.DAYS.between(first, day) / count();
        }

        String at(LocalDate day) {
            return percent(share(day));
        }

        /** As much of it as there is to see; null is open. Null if there is nothing to see. */
        @Nullable
        Span span(@Nullable LocalDate from, @Nullable LocalDate to) {
            var begin = from == null ? 0 : Math.max(0, share(from));
            var end = to == null ? 100 : Math.min(100, share(to.plusDays(1)));
            var width = Math.max(NARROWEST, end - begin);
            return end <= 0 || begin >= 100 ? null : new Span(percent(Math.min(begin, 100 - width)), percent(width));
        }
    }
}
