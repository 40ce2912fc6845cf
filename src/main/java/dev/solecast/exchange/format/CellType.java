package dev.solecast.exchange.format;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.RecordComponent;
import java.util.Collection;

/** What the cells of a column hold, which follows from the type of the field. */
enum CellType {
    /** The text as it is. */
    TEXT,
    /** {@code true} or {@code false}. */
    FLAG,
    /** A whole number. */
    NUMBER,
    /** A list or an object as JSON. */
    JSON;

    private static final char GUARD = '\'';

    /** What a spreadsheet may take for the beginning of a formula; and the guard itself. */
    private static final String GUARDED = "=+-@\t\r" + GUARD;

    static CellType of(RecordComponent field) {
        var type = field.getType();
        if (type == boolean.class || type == Boolean.class) {
            return FLAG;
        } else if (type == int.class || type == long.class || Number.class.isAssignableFrom(type)) {
            return NUMBER;
        }
        var isOneText =
                !type.isRecord() || type.getRecordComponents()[0].getAccessor().isAnnotationPresent(JsonValue.class);
        return Collection.class.isAssignableFrom(type) || !isOneText ? JSON : TEXT;
    }

    /**
     * The value that a cell stands for.
     *
     * @param text without the guard
     * @throws IllegalArgumentException that says what is wrong with it
     */
    JsonNode read(String text, ObjectMapper json) {
        return switch (this) {
            case TEXT -> TextNode.valueOf(text);
            case FLAG -> flag(text);
            case NUMBER -> number(text);
            case JSON -> tree(text, json);
        };
    }

    private static JsonNode flag(String text) {
        // Spreadsheets write them in capitals.
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> throw new IllegalArgumentException("\"" + shortened(text) + "\" is neither true nor false.");
        };
    }

    private static JsonNode number(String text) {
        try {
            return LongNode.valueOf(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + shortened(text) + "\" is not a whole number.", e);
        }
    }

    private static JsonNode tree(String text, ObjectMapper json) {
        try {
            var tree = json.readTree(text);
            if (tree.isContainerNode()) {
                return tree;
            }
        } catch (JsonProcessingException e) {
            throw noTree(text, e);
        }
        throw noTree(text, null);
    }

    private static IllegalArgumentException noTree(
            String text, @org.jspecify.annotations.Nullable JsonProcessingException e) {
        return new IllegalArgumentException(
                "\"" + shortened(text)
                        + "\" is not JSON; a list is written [\"a\", \"b\"], an object {\"name\": \"a\"}.",
                e);
    }

    /** As much of it as a fault quotes. */
    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
    }

    /** The text with an apostrophe before it where a spreadsheet might compute it, or where it is empty. */
    static String guarded(String text) {
        return text.isEmpty() || GUARDED.indexOf(text.charAt(0)) >= 0 ? GUARD + text : text;
    }

    /** What {@link #guarded} made this of. */
    static String unguarded(String cell) {
        var guarded = !cell.isEmpty()
                && cell.charAt(0) == GUARD
                && (cell.length() == 1 || GUARDED.indexOf(cell.charAt(1)) >= 0);
        return guarded ? cell.substring(1) : cell;
    }
}
