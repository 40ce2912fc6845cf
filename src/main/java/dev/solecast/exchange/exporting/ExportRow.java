package dev.solecast.exchange.exporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.solecast.exchange.format.Columns;
import dev.solecast.exchange.format.LineType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes lines of the rows of an {@link ExportStatements export statement}. What is stored is copied, not checked, so
 * that nothing stored under older rules is missing in an export.
 */
final class ExportRow {

    /** Fields of a release that follow from its history and its rumors. */
    private static final List<String> DERIVED = List.of("status", "statusReason", "releasedOn", "cancelledOn", "date");

    private final ResultSet rows;
    private final LineType type;
    private final ObjectMapper json;
    private final List<Field> fields = new ArrayList<>();

    /**
     * A field of the line.
     *
     * @param column its number in the row, from 1
     * @param databaseType the name of its type in the database
     * @param members the fields of its objects in their order, which the database does not keep
     */
    private record Field(String name, int column, String databaseType, List<String> members) {}

    /**
     * @param state whether to add what follows from the history and the rumors of a release
     */
    ExportRow(ResultSet rows, LineType type, boolean state, ObjectMapper json) throws SQLException {
        this.rows = rows;
        this.type = type;
        this.json = json;
        var columns = rows.getMetaData();
        for (int column = 2; column <= columns.getColumnCount(); column++) {
            var name = columns.getColumnLabel(column);
            if (!state && type == LineType.RELEASE && DERIVED.contains(name)) {
                continue;
            }
            fields.add(new Field(name, column, columns.getColumnTypeName(column), Columns.members(type, name)));
        }
    }

    /** The line of the present row, with all fields of its type: an import of it empties what has no value here. */
    ObjectNode line() throws SQLException {
        var line = JsonNodeFactory.instance.objectNode().put(Columns.TYPE, type.wireName());
        for (var field : fields) {
            var value = value(field);
            line.set(field.name(), value == null ? Columns.emptyValue(type, field.name()) : value);
        }
        return line;
    }

    private @Nullable JsonNode value(Field field) throws SQLException {
        var text = rows.getString(field.column());
        if (text == null || text.equals("[]")) {
            return null;
        }
        return switch (field.databaseType()) {
            case "json", "jsonb" -> ordered(tree(text), field.members());
            case "bool" -> BooleanNode.valueOf(rows.getBoolean(field.column()));
            default -> TextNode.valueOf(text);
        };
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database stores only JSON", e);
        }
    }

    /** The value with the members of its objects in this order, and without those that are null. */
    private static JsonNode ordered(JsonNode value, List<String> members) {
        if (value.isArray()) {
            var list = JsonNodeFactory.instance.arrayNode(value.size());
            value.forEach(item -> list.add(ordered(item, members)));
            return list;
        } else if (!value.isObject()) {
            return value;
        }
        var object = JsonNodeFactory.instance.objectNode();
        members.forEach(member -> {
            if (value.hasNonNull(member)) {
                object.set(member, value.get(member));
            }
        });
        return object;
    }
}
