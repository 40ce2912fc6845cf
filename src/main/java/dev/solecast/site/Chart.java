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
 * A bar chart of the forecast over the coming days, and below it the windows that the rumors claim. Horizontal lengths
 * are in percent of the width, so that the chart fits any screen while its text keeps its size; heights are in pixels.
 */
record Chart(
        int height,
        List<Bar> bars,
        List<Tick> ticks,
        @Nullable Span window,
        String today,
        List<Claim> claims) {

    private static final int MAX_BAR_HEIGHT = 96;
    private static final int TOP = 8;
    private static final int BELOW_AXIS = 46;
    private static final int CLAIM_HEIGHT = 40;
    private static final int MAX_BARS = 91;
    private static final int MAX_CLAIMS = 5;
    private static final int MIN_DAYS_AHEAD = 60;
    private static final int MAX_DAYS_PAST = 120;
    /** The share of the total chance that the days of the chart must cover at least. */
    private static final double COVERED_CHANCE = 0.97;
    /** Bars are left out below this share of the tallest one. */
    private static final double MIN_BAR_SHARE = 0.004;

    /** In percent of the width, so that a single day stays visible. */
    private static final double MIN_SPAN_WIDTH = 0.8;

    private static final DateTimeFormatter SHORT_MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);

    /** The sum of the chances of some consecutive days. */
    record Bar(String x, String width, int y, int height) {}

    /** A mark at the first day of a month. */
    record Tick(String x, String label, boolean year) {}

    /** A horizontal range of days. */
    record Span(String x, String width) {}

    /** The window that one source claims. */
    record Claim(String text, Span span, int textY, int barY) {}

    static Chart of(ReleaseView release, ForecastDetail detail, LocalDate today) {
        var days = new Days(begin(release, today), end(release, detail, today));
        var date = release.date();
        var claims = claims(release, days);
        return new Chart(
                TOP + MAX_BAR_HEIGHT + BELOW_AXIS + claims.size() * CLAIM_HEIGHT,
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
        return TOP + MAX_BAR_HEIGHT;
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
        return first.isBefore(today.minusDays(MAX_DAYS_PAST)) ? today.minusDays(7) : first.minusDays(7);
    }

    private static LocalDate end(ReleaseView release, ForecastDetail detail, LocalDate today) {
        double sum = 0;
        var end = today.plusDays(MIN_DAYS_AHEAD);
        for (var day : detail.days()) {
            sum += day.chance();
            if (sum >= COVERED_CHANCE * detail.happens()) {
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
        // All bars cover the same number of days; otherwise the chart would show steps that the forecast does not have.
        var daysPerBar = Math.ceilDiv(days.count(), MAX_BARS);
        var sums = new double[(int) Math.ceilDiv(days.count(), daysPerBar)];
        for (var day : detail.days()) {
            var at = ChronoUnit.DAYS.between(days.first(), day.date());
            if (at >= 0 && at < days.count()) {
                sums[(int) (at / daysPerBar)] += day.chance();
            }
        }
        double tallest = 0;
        for (var sum : sums) {
            tallest = Math.max(tallest, sum);
        }
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < sums.length; i++) {
            // Scaled by the chance that the release comes at all, so that unlikely releases get low bars.
            var height = (int) Math.ceil(sums[i] / tallest * detail.happens() * MAX_BAR_HEIGHT);
            if (sums[i] > MIN_BAR_SHARE * tallest) {
                var width = 82.0 * daysPerBar / days.count();
                bars.add(new Bar(
                        percent(100.0 * i * daysPerBar / days.count()),
                        percent(width),
                        TOP + MAX_BAR_HEIGHT - height,
                        height));
            }
        }
        return bars;
    }

    /** Marks of months: about seven at most, always including January. */
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
            if (window != null && span != null && claims.size() < MAX_CLAIMS) {
                var y = TOP + MAX_BAR_HEIGHT + BELOW_AXIS + claims.size() * CLAIM_HEIGHT;
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

    /** The range of days that the chart shows. */
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

        /** Clips a range to the days shown; a null bound is open. Returns null if nothing of it is visible. */
        @Nullable
        Span span(@Nullable LocalDate from, @Nullable LocalDate to) {
            var begin = from == null ? 0 : Math.max(0, share(from));
            var end = to == null ? 100 : Math.min(100, share(to.plusDays(1)));
            var width = Math.max(MIN_SPAN_WIDTH, end - begin);
            return end <= 0 || begin >= 100 ? null : new Span(percent(Math.min(begin, 100 - width)), percent(width));
        }
    }
}
