package dev.solecast.exchange.format;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of CSV files, derived from the components of the records that lines are read into. */
public final class Columns {

    public static final String TYPE = "type";

    private static final Map<LineType, Map<String, CellType>> BY_TYPE = byType();
    private static final Map<String, CellType> OF_ALL_TYPES = ofAllTypes();

    private Columns() {}

    /** The columns of these types of line, beginning with {@link #TYPE}. */
    public static List<String> list(Collection<LineType> types) {
        var all = new LinkedHashMap<String, CellType>();
        all.put(TYPE, CellType.TEXT);
        types.forEach(type -> BY_TYPE.getOrDefault(type, Map.of()).forEach(all::putIfAbsent));
        return List.copyOf(all.keySet());
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

    private static Map<String, CellType> ofAllTypes() {
        var all = new LinkedHashMap<String, CellType>();
        all.put(TYPE, CellType.TEXT);
        BY_TYPE.values().forEach(columns -> columns.forEach(all::putIfAbsent));
        return all;
    }
}
