package dev.solecast.exchange.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of CSV files, derived from the components of the records that lines are read into. */
public final class Columns {

    public static final String TYPE = "type";

    private static final Map<LineType, Map<String, CellType>> BY_TYPE = byType();
    private static final Map<String, CellType> OF_ALL_TYPES = ofAllTypes();
    private static final Map<LineType, Map<String, JsonNode>> EMPTY = empty();
    private static final Map<String, String> BY_LETTERS =
            OF_ALL_TYPES.keySet().stream().collect(Collectors.toMap(Columns::letters, column -> column));

    private Columns() {}

    /** The columns of these types of line, beginning with {@link #TYPE}. */
    public static List<String> list(Collection<LineType> types) {
        var all = new LinkedHashMap<String, CellType>();
        all.put(TYPE, CellType.TEXT);
        types.forEach(type -> BY_TYPE.getOrDefault(type, Map.of()).forEach(all::putIfAbsent));
        return List.copyOf(all.keySet());
    }

    /** The value of a field that has none: an empty list, or null. */
    public static JsonNode emptyValue(LineType type, String field) {
        return EMPTY.getOrDefault(type, Map.of()).getOrDefault(field, NullNode.instance);
    }

    /** The column that a header means by this text, whatever its case and whatever separates its words; null for none. */
    static @Nullable String find(String text) {
        return BY_LETTERS.get(letters(text));
    }

    private static String letters(String text) {
        return text.replaceAll("[ _-]", "").toLowerCase(Locale.ROOT);
    }

    /** Whether lines of this type have this column; all columns if there is no such type. */
    static boolean isOf(String type, String column) {
        return Arrays.stream(LineType.values())
                .filter(lineType -> lineType.wireName().equals(type))
                .allMatch(lineType -> column.equals(TYPE)
                        || BY_TYPE.getOrDefault(lineType, Map.of()).containsKey(column));
    }

    /**
     * Finds the type of a cell.
     *
     * @param type the type of the line as its row names it; if unknown, the columns of all types are searched
     * @return null if there is no such column
     */
    public static @Nullable CellType findCellType(String type, String column) {
        for (var lineType : LineType.values()) {
            if (lineType.wireName().equals(type)) {
                var cell = BY_TYPE.getOrDefault(lineType, Map.of()).get(column);
                return cell == null ? OF_ALL_TYPES.get(column) : cell;
            }
        }
        return OF_ALL_TYPES.get(column);
    }

    /** The fields of the objects in a column, in the order of their record; empty if it holds none. */
    public static List<String> members(LineType type, String column) {
        return type.records().stream()
                .flatMap(record -> Arrays.stream(record.getRecordComponents()))
                .filter(field -> field.getName().equals(column))
                .map(field -> field.getGenericType() instanceof ParameterizedType list
                        ? list.getActualTypeArguments()[0]
                        : field.getGenericType())
                .filter(item -> item instanceof Class<?> record && record.isRecord())
                .flatMap(item -> Arrays.stream(((Class<?>) item).getRecordComponents()))
                .map(RecordComponent::getName)
                .toList();
    }

    private static Map<LineType, Map<String, CellType>> byType() {
        var all = new LinkedHashMap<LineType, Map<String, CellType>>();
        for (var type : LineType.values()) {
            var columns = new LinkedHashMap<String, CellType>();
            for (var record : type.records()) {
                for (var field : record.getRecordComponents()) {
                    columns.put(field.getName(), CellType.of(field));
                }
            }
            all.put(type, columns);
        }
        return all;
    }

    private static Map<LineType, Map<String, JsonNode>> empty() {
        var all = new LinkedHashMap<LineType, Map<String, JsonNode>>();
        for (var type : LineType.values()) {
            var fields = new LinkedHashMap<String, JsonNode>();
            type.records().stream()
                    .flatMap(record -> Arrays.stream(record.getRecordComponents()))
                    .forEach(field -> fields.put(
                            field.getName(),
                            Collection.class.isAssignableFrom(field.getType())
                                    ? JsonNodeFactory.instance.arrayNode()
                                    : NullNode.instance));
            all.put(type, fields);
        }
        return all;
    }

    private static Map<String, CellType> ofAllTypes() {
        var all = new LinkedHashMap<String, CellType>();
        all.put(TYPE, CellType.TEXT);
        BY_TYPE.values().forEach(columns -> columns.forEach(all::putIfAbsent));
        return all;
    }
}
