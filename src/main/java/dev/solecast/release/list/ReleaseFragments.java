package dev.solecast.release.list;

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

/** Reads the cached fragments that releases share: models and collaborations. */
@Singleton
class ReleaseFragments {

    private final FragmentCache cache;

    ReleaseFragments(FragmentCache cache) {
        this.cache = cache;
    }

    /** The fragments found, by the ids of models and of collaborations. */
    record LoadedFragments(Map<Long, ModelFragment> models, Map<Long, CollaborationFragment> collaborations) {

        ModelFragment model(long id) {
            return Objects.requireNonNull(models.get(id));
        }

        @Nullable
        CollaborationFragment collaboration(@Nullable Long id) {
            return id == null ? null : Objects.requireNonNull(collaborations.get(id));
        }
    }

    /** Reads all rows and returns the fragments that they refer to; missing ones are read over the same connection. */
    LoadedFragments load(ResultSet rows, Connection connection) throws SQLException {
        var models = new HashSet<Long>();
        var collaborations = new HashSet<Long>();
        var row = new ResultRow(rows);
        while (rows.next()) {
            models.add(row.longNumber("model_id"));
            for (var column : new String[] {"collaboration_id", "other_collaboration_id"}) {
                var id = row.id(column);
                if (id != null) {
                    collaborations.add(id);
                }
            }
        }
        return new LoadedFragments(
                cache.getAll(
                        EntryType.MODEL,
                        ModelFragment.class,
                        models,
                        ids -> read(ModelFragment.OF_MODELS, ids, connection, ModelFragment::of)),
                cache.getAll(
                        EntryType.COLLABORATION,
                        CollaborationFragment.class,
                        collaborations,
                        ids -> read(
                                CollaborationFragment.OF_COLLABORATIONS, ids, connection, CollaborationFragment::of)));
    }

    /** Maps a row to a fragment. */
    @FunctionalInterface
    private interface FragmentMapper<F> {
        F map(ResultRow row) throws SQLException;
    }

    private <F> List<F> read(String sql, Collection<Long> ids, Connection connection, FragmentMapper<F> mapper)
            throws SQLException {
        return new SqlStatement(sql, (Object) ids.toArray(Long[]::new))
                .letServerDecide()
                .read(connection, row -> mapper.map(new ResultRow(row)));
    }
}
