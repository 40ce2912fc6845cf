package dev.solecast.exchange.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file to import.
 *
 * @param number of the line in the file, from 1; for a row of CSV, of its first line
 * @param fields empty if the line cannot be read
 * @param problem the reason why the line cannot be read; null if it can
 * @param bytes the approximate length
 */
public record ImportLine(
        long number, ObjectNode fields, @Nullable LineProblem problem, int bytes) {

    /** The slug of the release that a rumor is about; null if the line is no rumor. */
    @Nullable
    public String releaseSlug() {
        return fields.path("release").textValue();
    }
}
