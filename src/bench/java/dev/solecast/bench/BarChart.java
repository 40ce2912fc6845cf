package dev.solecast.bench;

import java.util.List;
import java.util.Locale;

/** Draws each row as a bar up to, or beyond, the line of its target, legible on light and dark backgrounds. */
final class BarChart {

    private static final int WIDTH = 760;
    private static final int LEFT = 330;
    private static final int TARGET = 620;
    private static final int STEP = 30;
    private static final int TOP = 34;

    private final StringBuilder svg = new StringBuilder();

    private BarChart() {}

    static String of(List<TableRow> rows) {
        var chart = new BarChart();
        int bottom = TOP + STEP * rows.size();
        chart.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" font-family=\"sans-serif\""
                        + " font-size=\"12\" fill=\"#808080\">",
                WIDTH, bottom + 10);
        chart.add("<title>Measured against the targets; longer is better, and the line is the target</title>");
        chart.add("<text x=\"%d\" y=\"18\" text-anchor=\"middle\">target</text>", TARGET);
        for (int i = 0; i < rows.size(); i++) {
            chart.bar(rows.get(i), TOP + STEP * i);
        }
        chart.add(
                "<path d=\"M%d %dV%d\" stroke=\"#808080\" stroke-width=\"1.5\" stroke-dasharray=\"4 3\"/>",
                TARGET, TOP - 8, bottom);
        return chart.add("</svg>").svg.toString();
    }

    private void bar(TableRow row, int top) {
        double full = TARGET - LEFT;
        double length = Math.max(2, Math.min(row.progress(), 1.4) * full);
        add("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", LEFT - 8, top + 15, row.what());
        add(
                "<rect x=\"%d\" y=\"%d\" width=\"%.0f\" height=\"20\" rx=\"2\" fill=\"%s\"/>",
                LEFT, top, length, row.met() ? "#2a9d6f" : "#c77700");
        boolean inside = length > 130;
        add(
                "<text x=\"%.0f\" y=\"%d\" fill=\"%s\" font-size=\"11\">%s</text>",
                inside ? LEFT + 6.0 : LEFT + length + 6,
                top + 14,
                inside ? "#fff" : "#808080",
                row.measured().replaceAll("( \\(| at ).*", ""));
    }

    private BarChart add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
        return this;
    }
}
