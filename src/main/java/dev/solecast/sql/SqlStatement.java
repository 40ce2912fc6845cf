package dev.solecast.sql;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/** Builds a SQL query piece by piece, each with the values of its question marks, and reads rows without entities. */
public final class SqlStatement {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private Planning planning = Planning.ONCE;

    public SqlStatement(String text, Object... values) {
        add(text, values);
    }

    public SqlStatement add(String piece, Object... pieceValues) {
        text.append(piece);
        values.addAll(List.of(pieceValues));
        return this;
    }

    public SqlStatement add(SqlStatement piece) {
        text.append(piece.text);
        values.addAll(piece.values);
        planning = planning.compareTo(piece.planning) < 0 ? piece.planning : planning;
        return this;
    }

    /**
     * Adds a condition whose best plan depends on the value, so that the statement is planned each time; no condition
     * if the value is null or an empty list. A list is bound as an array of text.
     */
    public SqlStatement and(String condition, @Nullable Object value) {
        if (value == null || (value instanceof Collection<?> list && list.isEmpty())) {
            return this;
        }
        Object bound = value instanceof Collection<?> list ? list.toArray(String[]::new) : value;
        return add(" and " + condition, bound).planEachTime();
    }

    /** Makes the database plan the statement each time, for the actual values. */
    public SqlStatement planEachTime() {
        planning = Planning.EACH_TIME;
        return this;
    }

    /** Lets the database decide, which chooses a generic plan by itself after a few executions. */
    public SqlStatement letServerDecide() {
        planning = Planning.SERVER_DECIDES;
        return this;
    }

    /** Maps one row. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Maps all rows; they are scrollable, because the driver holds them all in memory. */
    @FunctionalInterface
    public interface Rows<T> {
        T of(ResultSet rows) throws SQLException;
    }

    /** Reads all rows with one statement and, outside a transaction, with a single round trip. */
    public <T> List<T> read(EntityManager database, Row<T> mapper) {
        return database.unwrap(Session.class).doReturningWork(connection -> read(connection, mapper));
    }

    public <T> List<T> read(Connection connection, Row<T> mapper) throws SQLException {
        return query(connection, rows -> {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(mapper.of(rows));
            }
            return found;
        });
    }

    public <T> T query(Connection connection, Rows<T> mapper) throws SQLException {
        try (var statement = connection.prepareStatement(
                planning.setting + text, ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
            if (planning != Planning.EACH_TIME) {
                // Prepared on the server from the first execution on, not from the fifth.
                statement.unwrap(PGStatement.class).setPrepareThreshold(1);
            }
            for (int i = 0; i < values.size(); i++) {
                var value = values.get(i);
                statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
            }
            statement.execute();
            if (!planning.setting.isEmpty()) {
                statement.getMoreResults();
            }
            try (var rows = statement.getResultSet()) {
                return mapper.of(rows);
            }
        }
    }

    /**
     * How often the database plans a statement, which can take longer than reading a page. Outside a transaction a
     * setting is in force only as long as its statement.
     */
    private enum Planning {
        SERVER_DECIDES(""),
        ONCE("select set_config('plan_cache_mode', 'force_generic_plan', true); "),
        EACH_TIME("select set_config('plan_cache_mode', 'force_custom_plan', true); ");

        private final String setting;

        Planning(String setting) {
            this.setting = setting;
        }
    }
}
