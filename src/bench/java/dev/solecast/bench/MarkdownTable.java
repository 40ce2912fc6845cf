package dev.solecast.bench;

import java.util.List;
import java.util.Locale;

/** Formats the rows as a Markdown table. */
final class MarkdownTable {

    private MarkdownTable() {}

    static String of(List<TableRow> rows) {
        var table = new StringBuilder(
                "| what | measured | target | met | service's cores | its RSS |\n|---|---|---|---|---|---|\n");
        for (TableRow row : rows) {
            table.append("| ")
                    .append(String.join(
                            " | ", row.what(), row.measured(), row.target().words(), row.met() ? "yes" : "**no**"))
                    .append(
                            row.use() == null
                                    ? " | | |\n"
                                    : String.format(
                                            Locale.ROOT,
                                            " | %.1f | %d MB |%n",
                                            row.use().cores(),
                                            row.use().megabytes()));
        }
        return table.toString();
    }
}
