package dev.solecast.forecast.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Small plots for the method's page, legible on light and dark backgrounds. */
final class Plot {
    private static final int WIDTH = 420;
    private static final int HEIGHT = 240;
    private static final int LEFT = 44;
    private static final int BOTTOM = 34;
    private static final int TOP = 14;

    private final StringBuilder svg = new StringBuilder();
    private final double max;

    private Plot(String title, double max) {
        this.max = max;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" font-family=\"sans-serif\""
                        + " font-size=\"11\" fill=\"#777\">",
                WIDTH, HEIGHT);
        add("<title>%s</title>", title);
    }

    /** Plots the mean CRPS by days before the release: the forecast, the best plain and the best dressed baselines. */
    static String errorByLead(Score score) {
        double max = Backtest.LEADS.stream()
                .mapToDouble(lead -> score.bestPlain(List.of(lead)))
                .max()
                .orElseThrow();
        Plot plot = new Plot("Mean error in days, by days before the release", Math.ceil(max / 50) * 50);
        plot.axis(50, "%.0f");
        List<Integer> leads = Backtest.LEADS;
        for (int i = 0; i < leads.size(); i++) {
            plot.add(
                    "<text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%d</text>",
                    x(i, leads.size()), HEIGHT - 18, leads.get(i));
        }
        plot.add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">days before the release</text>", WIDTH / 2, HEIGHT - 4);
        plot.curve("#999", "best plain rule", score::bestPlain, 0);
        plot.curve("#c77700", "best rule, widened", score::bestDressed, 1);
        plot.curve("#8a5fc7", "widened by distance", score::bestDressedByDistance, 2);
        plot.curve("#2a7de1", "forecast", score::forecast, 3);
        return plot.toSvg();
    }

    /** Plots the tenths of the randomized PIT; the line is their height for a calibrated forecast. */
    static String calibration(Calibration calibration) {
        Plot plot = new Plot("Share of outcomes in each tenth of their forecasts", 0.2);
        plot.axis(0.05, "%.2f");
        for (int i = 0; i < 10; i++) {
            double share = calibration.tenths[i] / calibration.n();
            plot.add(
                    "<rect x=\"%.0f\" y=\"%.1f\" width=\"30\" height=\"%.1f\" fill=\"#2a7de1\"/>",
                    x(i, 10) - 15, plot.y(share), plot.y(0) - plot.y(share));
            plot.add("<text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%d</text>", x(i, 10), HEIGHT - 18, i + 1);
        }
        plot.add("<path d=\"M%d %.1fH%d\" stroke=\"#c77700\" stroke-dasharray=\"4 3\"/>", LEFT, plot.y(0.1), WIDTH - 6);
        plot.add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">tenth of the forecast, early to late or never</text>",
                WIDTH / 2, HEIGHT - 4);
        return plot.toSvg();
    }

    private void axis(double step, String format) {
        for (double value = 0; value <= max + step / 2; value += step) {
            add("<path d=\"M%d %.1fH%d\" stroke=\"#999\" stroke-opacity=\".35\"/>", LEFT, y(value), WIDTH - 6);
            add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">" + format + "</text>", LEFT - 5, y(value) + 4, value);
        }
    }

    private void curve(String color, String name, ToDoubleFunction<List<Integer>> figure, int line) {
        StringBuilder points = new StringBuilder();
        List<Integer> leads = Backtest.LEADS;
        for (int i = 0; i < leads.size(); i++) {
            points.append(String.format(
                    Locale.ROOT, "%.0f,%.1f ", x(i, leads.size()), y(figure.applyAsDouble(List.of(leads.get(i))))));
        }
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>",
                points.toString().strip(), color);
        add(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"%s\">%s</text>",
                WIDTH - 8, TOP + 12 + 14 * line, color, name);
    }

    private static double x(int index, int count) {
        return LEFT + (index + 0.5) * (WIDTH - 6 - LEFT) / count;
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - value / max * (HEIGHT - BOTTOM - TOP);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private String toSvg() {
        add("</svg>");
        return svg.toString();
    }
}
