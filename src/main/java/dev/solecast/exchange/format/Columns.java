package dev.solecast.exchange.format;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of a table of lines, read from the records that lines become. */
public final class Columns {

    public static final String TYPE = "type";

    private static final Map<LineType, Map<String, CellType>> OF_TYPES = ofTypes();
    private static final Map<String, CellType> OF_ANY = ofAny();

    private Columns() {}

    /** All columns of these types, the type first. */
    public static List<String> of(Collection<LineType> types) {
        var all = new LinkedHashMap<String, CellType>();
        all.put(TYPE, CellType.TEXT);
        types.forEach(type -> OF_TYPES.getOrDefault(type, Map.of()).forEach(all::putIfAbsent));
        return List.copyOf(all.keySet());
    }

    /**
     * What a cell holds.
     *
     * @param type of the row, as it is written there
     * @return null if there is no such column
     */
    public static @Nullable CellType of(String type, String column) {
        for (var known : LineType.values()) {
            if (known.word().equals(type)) {
                var cell = OF_TYPES.getOrDefault(known, Map.of()).get(column);
                return cell == null ? OF_ANY.get(column) : cell;
            }
        }
        return OF_ANY.get(column);
    }

    private static Map<LineType, Map<String, CellType>> ofTypes() {
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

    private static Map<String, CellType> ofAny() {
        var any = new LinkedHashMap<String, CellType>();
        any.put(TYPE, CellType.TEXT);
        OF_TYPES.values().forEach(columns -> columns.forEach(any::putIfAbsent));
        return any;
    }
}
