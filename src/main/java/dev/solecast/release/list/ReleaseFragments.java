package dev.solecast.release.list;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.cache.FragmentCache;
import dev.solecast.change.EntryType;
import dev.solecast.sql.ResultRow;
import dev.solecast.sql.SqlStatement;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What cards have in common: models and collaborations. */
@Singleton
class ReleaseFragments {

    private final FragmentCache parts;
    private final ObjectMapper json;

    ReleaseFragments(FragmentCache parts, ObjectMapper json) {
        this.parts = parts;
        this.json = json;
    }

    /** By the ids of models, and of collaborations. */
    record Found(Map<Long, ModelFragment> models, Map<Long, CollaborationFragment> collaborations) {

        ModelFragment model(long id) {
            return Objects.requireNonNull(models.get(id));
        }

        @Nullable
        CollaborationFragment collaboration(@Nullable Long id) {
            return id == null ? null : Objects.requireNonNull(collaborations.get(id));
        }
    }

    /** Those of these rows, all of which it goes through; what is not kept is read over the same connection. */
    Found of(ResultSet rows, Connection connection) throws SQLException {
        var models = new HashSet<Long>();
        var collaborations = new HashSet<Long>();
        var row = new ResultRow(rows, json);
        while (rows.next()) {
            models.add(row.longNumber("model_id"));
            for (var column : new String[] {"collaboration_id", "other_collaboration_id"}) {
                var id = row.id(column);
                if (id != null) {
                    collaborations.add(id);
                }
            }
        }
        return new Found(
                parts.of(
                        EntryType.MODEL,
                        ModelFragment.class,
                        models,
                        ids -> read(ModelFragment.OF_MODELS, ids, connection, ModelFragment::of)),
                parts.of(
                        EntryType.COLLABORATION,
                        CollaborationFragment.class,
                        collaborations,
                        ids -> read(
                                CollaborationFragment.OF_COLLABORATIONS, ids, connection, CollaborationFragment::of)));
    }

    /** Makes a part of a row. */
    @FunctionalInterface
    private interface Maker<P> {
        P of(ResultRow row) throws SQLException;
    }

    private <P> List<P> read(String sql, Collection<Long> ids, Connection connection, Maker<P> maker)
            throws SQLException {
        return new SqlStatement(sql, (Object) ids.toArray(Long[]::new))
                .isPlannedAlike()
                .read(connection, row -> maker.of(new ResultRow(row, json)));
    }
}
