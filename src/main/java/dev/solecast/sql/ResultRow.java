package dev.solecast.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.solecast.date.Window;
import dev.solecast.http.WireName;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of a result set, read column by column; nullable methods return null for SQL null. */
public record ResultRow(ResultSet row) {

    public @Nullable String text(String column) throws SQLException {
        return row.getString(column);
    }

    /** The text of a column that is never null. */
    public String requiredText(String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    public int number(String column) throws SQLException {
        return row.getInt(column);
    }

    public long longNumber(String column) throws SQLException {
        return row.getLong(column);
    }

    public @Nullable Long id(String column) throws SQLException {
        return row.getObject(column, Long.class);
    }

    public boolean flag(String column) throws SQLException {
        return row.getBoolean(column);
    }

    public @Nullable Double chance(String column) throws SQLException {
        return row.getObject(column, Double.class);
    }

    public @Nullable BigDecimal decimal(String column) throws SQLException {
        return row.getBigDecimal(column);
    }

    public @Nullable LocalDate day(String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public @Nullable LocalDateTime local(String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class);
    }

    public Instant instant(String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public @Nullable Window window(String column) throws SQLException {
        var edtf = row.getString(column);
        return edtf == null ? null : Window.parse(edtf);
    }

    public int @Nullable [] numbers(String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? null : numbers(array);
    }

    public static int[] numbers(Array array) throws SQLException {
        return Arrays.stream((Integer[]) array.getArray())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    public <E extends Enum<E> & WireName> @Nullable E enumConstant(String column, E[] constants) throws SQLException {
        var word = row.getString(column);
        for (var constant : constants) {
            if (constant.wireName().equals(word)) {
                return constant;
            }
        }
        return null;
    }

    public <T> List<T> list(String column, Class<T> type) throws SQLException {
        var text = row.getString(column);
        try {
            return text == null || text.equals("[]")
                    ? List.of()
                    : JsonColumns.JSON.readerForListOf(type).readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not what was stored: " + column, e);
        }
    }

    public <T> @Nullable T object(String column, Class<T> type) throws SQLException {
        var text = row.getString(column);
        try {
            return text == null ? null : JsonColumns.JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not what was stored: " + column, e);
        }
    }
}
