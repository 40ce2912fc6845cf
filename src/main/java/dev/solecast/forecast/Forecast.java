package dev.solecast.forecast;

import dev.solecast.date.Window;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The forecast of an unreleased release as seen from one day (UTC): whether it comes, and when. {@code likeliest},
 * {@code median} and the intervals assume that it comes; they are null when its chance is below one in a million.
 */
public final class Forecast {

    /** The version stored with each forecast; it changes with the method or its parameters. */
    public static final String METHOD_VERSION = "1";

    private static final double NEGLIGIBLE = 1e-6;

    /** A range of days, both ends included. */
    public record Interval(LocalDate from, LocalDate to) {}

    /** A day with a chance above zero. */
    public record Day(LocalDate date, double chance) {}

    private final DateDistribution distribution;
    private final LocalDate today;
    private final double[] chances;
    private final double happens;

    private Forecast(DateDistribution distribution, LocalDate today, double[] chances) {
        this.distribution = distribution;
        this.today = today;
        this.chances = chances;
        double sum = 0;
        for (double chance : chances) {
            sum += chance;
        }
        this.happens = sum;
    }

    static Forecast of(DateDistribution distribution, LocalDate today) {
        int skipped = Math.toIntExact(ChronoUnit.DAYS.between(distribution.first(), today));
        if (skipped < 0) {
            throw new IllegalArgumentException(
                    "The newest rumor is of " + distribution.first() + ", after " + today + ".");
        }
        double[] all = distribution.chances();
        double passed = 0;
        for (int i = 0; i < Math.min(skipped, all.length); i++) {
            passed += all[i];
        }
        double remaining = 1 - distribution.comes() * Math.min(1, passed);
        double[] chances = new double[Math.clamp((long) all.length - skipped, 0, Parameters.HORIZON_DAYS)];
        for (int i = 0; i < chances.length; i++) {
            chances[i] = distribution.comes() * all[i + skipped] / remaining;
        }
        return new Forecast(distribution, today, chances);
    }

    /** The forecast from the same evidence as seen from another day, not before its newest rumor. */
    public Forecast on(LocalDate day) {
        return of(distribution, day);
    }

    public DateDistribution distribution() {
        return distribution;
    }

    public LocalDate today() {
        return today;
    }

    /** The chance that it comes within 730 days, today included. */
    public double happens() {
        return happens;
    }

    /** The chance that it comes later or never. */
    public double unresolved() {
        return 1 - happens;
    }

    /** The chance of each day from today on, at most 730 days; they sum to {@link #happens}. For {@link Scoring}. */
    public double[] chances() {
        return chances.clone();
    }

    /** The days that have a chance, in order; their chances sum to {@link #happens}. */
    public List<Day> days() {
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < chances.length; i++) {
            if (chances[i] > 0) {
                days.add(new Day(today.plusDays(i), chances[i]));
            }
        }
        return days;
    }

    /** The chance that it comes from today to {@code day}, that day included; 0 for a day before today. */
    public double chanceBy(LocalDate day) {
        return chanceBetween(today, day);
    }

    /** The chance that it comes inside the window: how far a shown date can be trusted. */
    public double confidence(Window window) {
        return chance(window.earliest(), window.latest());
    }

    /** The chance that it comes in these days, both included; a null bound is open. */
    public double chance(@Nullable LocalDate from, @Nullable LocalDate to) {
        return chanceBetween(from == null ? today : from, to == null ? today.plusDays(chances.length) : to);
    }

    double chanceBetween(LocalDate from, LocalDate to) {
        long start = Math.max(0, ChronoUnit.DAYS.between(today, from));
        long end = Math.min(chances.length - 1L, ChronoUnit.DAYS.between(today, to));
        double sum = 0;
        for (int i = (int) Math.min(start, chances.length); i <= end; i++) {
            sum += chances[i];
        }
        return sum;
    }

    /** The middle one of the days whose chance is at least 95 % of the highest. */
    public @Nullable LocalDate likeliest() {
        List<LocalDate> peak = peak();
        return peak.isEmpty() ? null : peak.get((peak.size() - 1) / 2);
    }

    /** The last day on which {@link #likeliest} is still valid if no evidence is added; null when there is none. */
    public @Nullable LocalDate likeliestUntil() {
        List<LocalDate> peak = peak();
        return peak.isEmpty() ? null : peak.getFirst();
    }

    private List<LocalDate> peak() {
        double highest = 0;
        for (double chance : chances) {
            highest = Math.max(highest, chance);
        }
        List<LocalDate> peak = new ArrayList<>();
        for (int i = 0; i < chances.length && happens >= NEGLIGIBLE; i++) {
            if (chances[i] >= 0.95 * highest) {
                peak.add(today.plusDays(i));
            }
        }
        return peak;
    }

    public @Nullable LocalDate median() {
        return quantile(0.5);
    }

    /** The range from the first to the third quartile, given that it comes. */
    public @Nullable Interval within50() {
        return middle(0.25);
    }

    /** The range from the first to the ninth decile, given that it comes. */
    public @Nullable Interval within80() {
        return middle(0.1);
    }

    /** The window to show to people: EDTF, no finer than the chances allow. */
    public @Nullable Window summary() {
        return Summary.of(this);
    }

    private @Nullable Interval middle(double tail) {
        LocalDate from = quantile(tail);
        LocalDate to = quantile(1 - tail);
        return from == null || to == null ? null : new Interval(from, to);
    }

    /** The first day by which at least this share of {@link #happens} has come. */
    private @Nullable LocalDate quantile(double share) {
        if (happens < NEGLIGIBLE) {
            return null;
        }
        double sum = 0;
        int day = 0;
        while (day < chances.length - 1 && sum + chances[day] < share * happens) {
            sum += chances[day];
            day++;
        }
        return today.plusDays(day);
    }
}
