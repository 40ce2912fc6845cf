package dev.solecast.release;

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
final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private boolean depends;

    Sql(String text, Object... values) {
        add(text, values);
    }

    Sql add(String more, Object... itsValues) {
        text.append(more);
        values.addAll(List.of(itsValues));
        return this;
    }

    Sql add(Sql more) {
        text.append(more.text);
        values.addAll(more.values);
        depends |= more.depends;
        return this;
    }

    /**
     * Adds a condition on a value, on which depends what way is best; none if the value is null or an empty list. A list
     * becomes an array.
     */
    Sql and(String condition, @Nullable Object value) {
        if (value == null || (value instanceof Collection<?> all && all.isEmpty())) {
            return this;
        }
        Object bound = value instanceof Collection<?> all ? all.toArray(String[]::new) : value;
        return add(" and " + condition, bound).dependsOnValues();
    }

    /** The database shall look for the best way anew, knowing the values. */
    Sql dependsOnValues() {
        depends = true;
        return this;
    }

    /** Makes something of a row. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Reads all rows with one statement; outside a transaction it is all that is asked of the database. */
    <T> List<T> read(EntityManager database, Row<T> each) {
        return database.unwrap(Session.class).doReturningWork(connection -> read(connection, each));
    }

    private <T> List<T> read(Connection connection, Row<T> each) throws SQLException {
        // In force as long as this statement: it is planned once, for that takes the database longer than to read a
        // page;
        // or else for the values that it has this time.
        var planned = "select set_config('plan_cache_mode', 'force_%s_plan', true); "
                .formatted(depends ? "custom" : "generic");
        try (var statement = connection.prepareStatement(planned + text)) {
            if (!depends) {
                // Kept by the connection from the first time on, not from the fifth.
                statement.unwrap(PGStatement.class).setPrepareThreshold(1);
            }
            for (int i = 0; i < values.size(); i++) {
                var value = values.get(i);
                statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
            }
            statement.execute();
            statement.getMoreResults();
            try (var rows = statement.getResultSet()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(each.of(rows));
                }
                return found;
            }
        }
    }
}
