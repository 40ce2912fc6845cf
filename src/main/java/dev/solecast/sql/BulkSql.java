package dev.solecast.sql;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.engine.spi.SelfDirtinessTracker;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.type.TypeHelper;
import org.jspecify.annotations.Nullable;

/** Writes many rows at a time, which Hibernate does not do for entities that are only partly updated. */
public final class BulkSql {

    private BulkSql() {}

    /**
     * Executes one statement for many rows as a JDBC batch. The session is not flushed before.
     *
     * @param rows the values of the question marks, row by row
     */
    public static void executeBatch(EntityManager database, String statement, Collection<List<@Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.unwrap(Session.class).doWork(connection -> {
            try (var write = connection.prepareStatement(statement)) {
                for (var row : rows) {
                    int index = 0;
                    for (var value : row) {
                        write.setObject(
                                ++index, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
                    }
                    write.addBatch();
                }
                write.executeBatch();
            }
        });
    }

    /**
     * Updates columns of many rows of a table in one statement; with one statement for each row, the database would
     * check the table's rules and open its indexes each time. The caller must have locked the rows.
     *
     * @param rows by id, the values in the order of the columns
     */
    public static void update(
            EntityManager database, String table, List<String> columns, Map<Long, List<@Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        var set = columns.stream().map(column -> column + " = given." + column).collect(Collectors.joining(", "));
        database.createNativeQuery("""
                        update %1$s set %2$s
                        from json_populate_recordset(cast(null as %1$s), cast(:rows as json)) given
                        where %1$s.id = given.id
                        """.formatted(table, set))
                .setParameter("rows", recordset(columns, rows))
                .executeUpdate();
    }

    /** Rows by id as the JSON that {@code json_populate_recordset} reads. */
    public static String recordset(List<String> columns, Map<Long, List<@Nullable Object>> rows) {
        return JsonColumns.text(
                rows.entrySet().stream().map(row -> named(columns, row)).toList());
    }

    /** The row by column names, without nulls: columns missing from the JSON are set to null. */
    private static Map<String, Object> named(List<String> columns, Map.Entry<Long, List<@Nullable Object>> row) {
        var named = new HashMap<String, Object>();
        named.put("id", row.getKey());
        for (int index = 0; index < columns.size(); index++) {
            var value = row.getValue().get(index);
            if (value != null) {
                named.put(columns.get(index), value instanceof Temporal ? value.toString() : value);
            }
        }
        return named;
    }

    /**
     * Makes the session insert new entities in their current state. Otherwise it inserts each as it was when it was
     * persisted, and then updates what has changed since.
     */
    public static void insertCurrentState(EntityManager database, Collection<?> added) {
        var session = database.unwrap(SessionImplementor.class);
        for (var entity : added) {
            var entityEntry = session.getPersistenceContextInternal().getEntry(entity);
            if (entityEntry.isExistsInDatabase()) {
                continue;
            }
            var persister = entityEntry.getPersister();
            // Hibernate inserts the loaded state, and compares with it to find changes: it is one array.
            TypeHelper.deepCopy(
                    persister.getValues(entity),
                    persister.getPropertyTypes(),
                    persister.getPropertyUpdateability(),
                    entityEntry.getLoadedState(),
                    session);
            if (entity instanceof SelfDirtinessTracker tracker) {
                tracker.$$_hibernate_clearDirtyAttributes();
            }
        }
    }

    /** The value as JSON text, in the format of entities' columns; the statement must cast it to jsonb. */
    public static @Nullable String json(@Nullable Object value) {
        return value == null ? null : JsonColumns.text(value);
    }
}
