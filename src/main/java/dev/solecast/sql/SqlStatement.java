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

/** A statement put together piece by piece, each with the values of its question marks; read without entities. */
public final class SqlStatement {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private Planning planning = Planning.ONCE;

    public SqlStatement(String text, Object... values) {
        add(text, values);
    }

    public SqlStatement add(String more, Object... itsValues) {
        text.append(more);
        values.addAll(List.of(itsValues));
        return this;
    }

    public SqlStatement add(SqlStatement more) {
        text.append(more.text);
        values.addAll(more.values);
        planning = planning.compareTo(more.planning) < 0 ? more.planning : planning;
        return this;
    }

    /**
     * Adds a condition on a value, on which depends what way is best; none if the value is null or an empty list. A list
     * becomes an array.
     */
    public SqlStatement and(String condition, @Nullable Object value) {
        if (value == null || (value instanceof Collection<?> all && all.isEmpty())) {
            return this;
        }
        Object bound = value instanceof Collection<?> all ? all.toArray(String[]::new) : value;
        return add(" and " + condition, bound).dependsOnValues();
    }

    /** The database shall look for the best way anew, knowing the values. */
    public SqlStatement dependsOnValues() {
        planning = Planning.EACH_TIME;
        return this;
    }

    /** The database sees by itself, after a few times, that one way is best for all: it need not be told each time. */
    public SqlStatement isPlannedAlike() {
        planning = Planning.AS_IT_LIKES;
        return this;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Makes something of all rows; they may be gone through twice, as the driver holds them all. */
    @FunctionalInterface
    public interface Rows<T> {
        T of(ResultSet rows) throws SQLException;
    }

    /** Reads all rows with one statement; outside a transaction it is all that is asked of the database. */
    public <T> List<T> read(EntityManager database, Row<T> each) {
        return database.unwrap(Session.class).doReturningWork(connection -> read(connection, each));
    }

    public <T> List<T> read(Connection connection, Row<T> each) throws SQLException {
        return ask(connection, rows -> {
            var found = new ArrayList<T>();
            while (rows.next()) {
                found.add(each.of(rows));
            }
            return found;
        });
    }

    public <T> T ask(Connection connection, Rows<T> all) throws SQLException {
        try (var statement = connection.prepareStatement(
                planning.order + text, ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
            if (planning != Planning.EACH_TIME) {
                // Kept by the connection from the first time on, not from the fifth.
                statement.unwrap(PGStatement.class).setPrepareThreshold(1);
            }
            for (int i = 0; i < values.size(); i++) {
                var value = values.get(i);
                statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
            }
            statement.execute();
            if (!planning.order.isEmpty()) {
                statement.getMoreResults();
            }
            try (var rows = statement.getResultSet()) {
                return all.of(rows);
            }
        }
    }

    /**
     * When the database looks for the best way to carry a statement out, which takes it longer than to read a page. An
     * order is in force as long as its statement.
     */
    private enum Planning {
        AS_IT_LIKES(""),
        ONCE("select set_config('plan_cache_mode', 'force_generic_plan', true); "),
        EACH_TIME("select set_config('plan_cache_mode', 'force_custom_plan', true); ");

        private final String order;

        Planning(String order) {
            this.order = order;
        }
    }
}
