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

/** The type of the cells of a column, derived from the Java type of the field. */
enum CellType {
    /** The text as it is. */
    TEXT,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** A whole number. */
    NUMBER,
    /** A list or an object as JSON. */
    JSON;

    /** A cell that says that the field has no value; an empty cell says nothing of it. */
    static final String NULL = "\\N";

    private static final char ESCAPE = '\'';

    /** Characters that may begin a formula in a spreadsheet, and the escape character itself. */
    private static final String ESCAPED = "=+-@\t\r" + ESCAPE;

    static CellType of(RecordComponent field) {
        var type = field.getType();
        if (type == boolean.class || type == Boolean.class) {
            return BOOLEAN;
        } else if (type == int.class || type == long.class || Number.class.isAssignableFrom(type)) {
            return NUMBER;
        }
        var isOneText =
                !type.isRecord() || type.getRecordComponents()[0].getAccessor().isAnnotationPresent(JsonValue.class);
        return Collection.class.isAssignableFrom(type) || !isOneText ? JSON : TEXT;
    }

    /**
     * Parses the text of a cell.
     *
     * @param text without the escape character
     * @throws IllegalArgumentException with a message for callers if the text does not fit the type
     */
    JsonNode read(String text, ObjectMapper json) {
        return switch (this) {
            case TEXT -> TextNode.valueOf(text);
            case BOOLEAN -> flag(text);
            case NUMBER -> number(text);
            case JSON -> container(text, json);
        };
    }

    private static JsonNode flag(String text) {
        // Spreadsheets write TRUE and FALSE.
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> throw new IllegalArgumentException("\"" + shorten(text) + "\" is neither true nor false.");
        };
    }

    private static JsonNode number(String text) {
        try {
            return LongNode.valueOf(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + shorten(text) + "\" is not a whole number.", e);
        }
    }

    private static JsonNode container(String text, ObjectMapper json) {
        try {
            var tree = json.readTree(text);
            if (tree.isContainerNode()) {
                return tree;
            }
        } catch (JsonProcessingException e) {
            throw notContainer(text, e);
        }
        throw notContainer(text, null);
    }

    private static IllegalArgumentException notContainer(
            String text, @org.jspecify.annotations.Nullable JsonProcessingException e) {
        return new IllegalArgumentException(
                "\"" + shorten(text) + "\" is neither a list nor an object in JSON: a list is written [\"a\", \"b\"], a"
                        + " price {\"amount\": \"150.00\", \"currency\": \"USD\"}.",
                e);
    }

    /** Shortens a text for quotation in an error message. */
    static String shorten(String text) {
        return text.length() <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
    }

    /**
     * Puts an apostrophe before a text that a spreadsheet might run as a formula, before an empty one, and before one
     * that reads like {@link #NULL}.
     */
    static String escapeFormula(String text) {
        return text.isEmpty() || text.equals(NULL) || ESCAPED.indexOf(text.charAt(0)) >= 0 ? ESCAPE + text : text;
    }

    /** Reverses {@link #escapeFormula}. */
    static String unescapeFormula(String cell) {
        var escaped = !cell.isEmpty()
                && cell.charAt(0) == ESCAPE
                && (cell.length() == 1
                        || ESCAPED.indexOf(cell.charAt(1)) >= 0
                        || (cell.length() == 1 + NULL.length() && cell.endsWith(NULL)));
        return escaped ? cell.substring(1) : cell;
    }
}
