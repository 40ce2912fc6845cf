package dev.solecast.exchange.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file that comes in.
 *
 * @param number in the file, from 1; of a row of CSV where it begins
 * @param fields what it says; empty if it cannot be read
 * @param fault why it cannot be read; null if it can
 * @param bytes how long it is, more or less
 */
public record ImportLine(
        long number, ObjectNode fields, @Nullable LineProblem fault, int bytes) {

    /** What the release is called that it says something of; null if it is no rumor. */
    @Nullable
    public String release() {
        return fields.path("release").textValue();
    }
}
