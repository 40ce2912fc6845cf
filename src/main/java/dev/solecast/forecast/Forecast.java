package dev.solecast.forecast;

import dev.solecast.date.Window;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When an unreleased release comes, and whether, as seen from one day (UTC). {@code likeliest}, {@code median} and the
 * intervals tell when, should it come; they are null when it has less than one chance in a million.
 */
public final class Forecast {

    /** Marks stored forecasts; it changes with the method or its parameters. */
    public static final String METHOD_VERSION = "1";

    private static final double HARDLY = 1e-6;

    /** From one day to another, both included. */
    public record Interval(LocalDate from, LocalDate to) {}

    /** A day with a chance above zero. */
    public record Day(LocalDate date, double chance) {}

    private final DateDistribution belief;
    private final LocalDate today;
    private final double[] chances;
    private final double happens;

    private Forecast(DateDistribution belief, LocalDate today, double[] chances) {
        this.belief = belief;
        this.today = today;
        this.chances = chances;
        double sum = 0;
        for (double chance : chances) {
            sum += chance;
        }
        this.happens = sum;
    }

    static Forecast of(DateDistribution belief, LocalDate today) {
        int skipped = Math.toIntExact(ChronoUnit.DAYS.between(belief.first(), today));
        if (skipped < 0) {
            throw new IllegalArgumentException("The newest rumor is of " + belief.first() + ", after " + today + ".");
        }
        double[] all = belief.chances();
        double gone = 0;
        for (int i = 0; i < Math.min(skipped, all.length); i++) {
            gone += all[i];
        }
        double left = 1 - belief.comes() * Math.min(1, gone);
        double[] chances = new double[Math.clamp((long) all.length - skipped, 0, Parameters.HORIZON_DAYS)];
        for (int i = 0; i < chances.length; i++) {
            chances[i] = belief.comes() * all[i + skipped] / left;
        }
        return new Forecast(belief, today, chances);
    }

    /** The same evidence seen from another day, not before its newest rumor. */
    public Forecast on(LocalDate day) {
        return of(belief, day);
    }

    public DateDistribution belief() {
        return belief;
    }

    public LocalDate today() {
        return today;
    }

    /** The chance that it comes within 730 days from today on. */
    public double happens() {
        return happens;
    }

    /** The chance that it comes later or never. */
    public double unresolved() {
        return 1 - happens;
    }

    /** One chance a day from today on, at most 730; they sum to {@link #happens}. For {@link Scoring}. */
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
    public double by(LocalDate day) {
        return between(today, day);
    }

    /** The chance that it comes inside the window: how far to trust a date that is shown. */
    public double confidence(Window window) {
        return chance(window.earliest(), window.latest());
    }

    /** The chance that it comes in these days, both included; null is no bound. */
    public double chance(@Nullable LocalDate from, @Nullable LocalDate to) {
        return between(from == null ? today : from, to == null ? today.plusDays(chances.length) : to);
    }

    double between(LocalDate from, LocalDate to) {
        long start = Math.max(0, ChronoUnit.DAYS.between(today, from));
        long end = Math.min(chances.length - 1L, ChronoUnit.DAYS.between(today, to));
        double sum = 0;
        for (int i = (int) Math.min(start, chances.length); i <= end; i++) {
            sum += chances[i];
        }
        return sum;
    }

    /** The middle one of the days that are as likely as the likeliest but for a twentieth. */
    public @Nullable LocalDate likeliest() {
        List<LocalDate> peak = peak();
        return peak.isEmpty() ? null : peak.get((peak.size() - 1) / 2);
    }

    /** The last day on which {@link #likeliest} still stands, if no evidence is added; null when there is none. */
    public @Nullable LocalDate likeliestUntil() {
        List<LocalDate> peak = peak();
        return peak.isEmpty() ? null : peak.getFirst();
    }

    private List<LocalDate> peak() {
        double most = 0;
        for (double chance : chances) {
            most = Math.max(most, chance);
        }
        List<LocalDate> peak = new ArrayList<>();
        for (int i = 0; i < chances.length && happens >= HARDLY; i++) {
            if (chances[i] >= 0.95 * most) {
                peak.add(today.plusDays(i));
            }
        }
        return peak;
    }

    public @Nullable LocalDate median() {
        return quantile(0.5);
    }

    /** From the first to the third quartile: half of the chances, should it come. */
    public @Nullable Interval within50() {
        return middle(0.25);
    }

    /** From the first to the ninth decile. */
    public @Nullable Interval within80() {
        return middle(0.1);
    }

    /** What to tell people: EDTF, no finer than the chances allow. */
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
        if (happens < HARDLY) {
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
