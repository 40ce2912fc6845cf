package dev.solecast.forecast.evaluation;

import dev.solecast.forecast.Baseline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** The table of one family, with intervals from a bootstrap: its worlds are resampled a thousand times. */
final class FamilyReport {
    static final List<Integer> FAR_LEADS = List.of(180, 90, 60, 30);
    private static final int DRAWS = 1000;

    private final Family family;
    private final List<Score> worlds;
    private final Score sum;
    private final StringBuilder text = new StringBuilder();

    FamilyReport(Family family, List<Score> worlds) {
        this.family = family;
        this.worlds = worlds;
        this.sum = Score.sum(worlds);
    }

    String text() {
        line("%n%s worlds: %d seeds, %d releases", family, worlds.size(), worlds.size() * SimulatedWorld.RELEASES);
        line("mean CRPS in days, by days before the release was resolved; lower is better");
        line(
                "%9s %6s %8s | %-43s | %-43s | %-43s | better than the best, with 95 %% interval",
                "lead",
                "n",
                "forecast",
                "plain: latest, official, majority, median",
                "dressed: the same",
                "dressed by distance: the same");
        for (int lead : Backtest.LEADS) {
            row(String.valueOf(lead), List.of(lead));
        }
        row("30 to 180", FAR_LEADS);
        calibration("on every 30th day", sum.evenSteps, score -> score.evenSteps);
        calibration(
                "at the leads (days picked by the outcome, so no forecast can be even)", sum.atLeads, s -> s.atLeads);
        line("happens: told / came true (n), on every 30th day");
        for (int i = 0; i < 10; i++) {
            if (sum.happens.n(i) > 0) {
                line("    %.2f / %.2f (%d)", sum.happens.predicted(i), sum.happens.came(i), sum.happens.n(i));
            }
        }
        return text.toString();
    }

    private void row(String name, List<Integer> leads) {
        int rules = Baseline.values().length;
        line(
                "%9s %6d %8.2f | %s | %s | %s | plain %s, dressed %s, by distance %s",
                name,
                sum.n(leads),
                sum.forecast(leads),
                means(1, leads),
                means(1 + rules, leads),
                means(1 + 2 * rules, leads),
                interval(score -> 100 * (1 - score.forecast(leads) / score.bestPlain(leads)), "%%"),
                interval(score -> 100 * (1 - score.forecast(leads) / score.bestDressed(leads)), "%%"),
                interval(score -> 100 * (1 - score.forecast(leads) / score.bestDressedByDistance(leads)), "%%"));
    }

    private String means(int from, List<Integer> leads) {
        List<String> means = new ArrayList<>();
        for (int i = from; i < from + Baseline.values().length; i++) {
            means.add(String.format(Locale.ROOT, "%10.2f", sum.mean(i, leads)));
        }
        return String.join(" ", means);
    }

    private interface Part {
        Calibration of(Score score);
    }

    private void calibration(String where, Calibration all, Part part) {
        line(
                "randomised PIT %s, n %d: inside 0.25-0.75 %s, inside 0.1-0.9 %s",
                where,
                all.n(),
                interval(score -> 100 * part.of(score).within50(), "%%"),
                interval(score -> 100 * part.of(score).within80(), "%%"));
    }

    private String interval(ToDoubleFunction<Score> figure, String unit) {
        Random random = new Random(1);
        double[] drawn = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            List<Score> resampled = new ArrayList<>();
            for (int j = 0; j < worlds.size(); j++) {
                resampled.add(worlds.get(random.nextInt(worlds.size())));
            }
            drawn[i] = figure.applyAsDouble(Score.sum(resampled));
        }
        Arrays.sort(drawn);
        return String.format(
                Locale.ROOT,
                "%.1f (%.1f to %.1f) " + unit,
                figure.applyAsDouble(sum),
                drawn[DRAWS / 40],
                drawn[DRAWS - 1 - DRAWS / 40]);
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
