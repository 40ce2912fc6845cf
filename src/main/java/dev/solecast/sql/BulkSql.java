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

/** Rows that are written many at a time, which the session does not do for entities of which only a part is saved. */
public final class BulkSql {

    private BulkSql() {}

    /**
     * Sends one statement to the database with the values of its question marks for each row, all together. What the
     * session has not written yet is not seen.
     */
    public static void write(EntityManager database, String statement, Collection<List<@Nullable Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.unwrap(Session.class).doWork(connection -> {
            try (var write = connection.prepareStatement(statement)) {
                for (var row : rows) {
                    int at = 0;
                    for (var value : row) {
                        write.setObject(
                                ++at, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
                    }
                    write.addBatch();
                }
                write.executeBatch();
            }
        });
    }

    /**
     * Sets columns of many rows of a table in one statement; for each by itself the database would read the rules of the
     * table and open its indexes anew. Whoever calls it has locked them.
     *
     * @param rows by their id, their values in the order of the columns
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

    /** The same rows as {@code json_populate_recordset} takes them. */
    public static String recordset(List<String> columns, Map<Long, List<@Nullable Object>> rows) {
        return JsonColumns.text(
                rows.entrySet().stream().map(row -> named(columns, row)).toList());
    }

    /** What is not in it, is null. */
    private static Map<String, Object> named(List<String> columns, Map.Entry<Long, List<@Nullable Object>> row) {
        var named = new HashMap<String, Object>();
        named.put("id", row.getKey());
        for (int at = 0; at < columns.size(); at++) {
            var value = row.getValue().get(at);
            if (value != null) {
                named.put(columns.get(at), value instanceof Temporal ? value.toString() : value);
            }
        }
        return named;
    }

    /**
     * Has the session insert those that it has not yet written as they are now. By itself it inserts each as it was when
     * it was added, and then updates what has changed since.
     */
    public static void insertAsTheyAre(EntityManager database, Collection<?> added) {
        var session = database.unwrap(SessionImplementor.class);
        for (var entry : added) {
            var known = session.getPersistenceContextInternal().getEntry(entry);
            if (known.isExistsInDatabase()) {
                continue;
            }
            var persister = known.getPersister();
            // What is to be inserted and what is compared with for changes are one array.
            TypeHelper.deepCopy(
                    persister.getValues(entry),
                    persister.getPropertyTypes(),
                    persister.getPropertyUpdateability(),
                    known.getLoadedState(),
                    session);
            if (entry instanceof SelfDirtinessTracker tracker) {
                tracker.$$_hibernate_clearDirtyAttributes();
            }
        }
    }

    /** As the column of an entity has it; to be cast to jsonb. */
    public static @Nullable String json(@Nullable Object value) {
        return value == null ? null : JsonColumns.text(value);
    }
}
