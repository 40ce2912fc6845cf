package dev.solecast.catalog;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Rows that are written many at a time, which the session does not do for entities of which only a part is saved. */
public final class Rows {

    private Rows() {}

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

    /** As the column of an entity has it; to be cast to jsonb. */
    public static @Nullable String json(@Nullable Object value) {
        return value == null ? null : JsonColumns.text(value);
    }
}
