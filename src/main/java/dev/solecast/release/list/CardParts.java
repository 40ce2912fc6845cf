package dev.solecast.release.list;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.cache.Parts;
import dev.solecast.change.EntryType;
import dev.solecast.sql.CardRow;
import dev.solecast.sql.Sql;
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
class CardParts {

    private final Parts parts;
    private final ObjectMapper json;

    CardParts(Parts parts, ObjectMapper json) {
        this.parts = parts;
        this.json = json;
    }

    /** By the ids of models, and of collaborations. */
    record Found(Map<Long, ShownModel> models, Map<Long, ShownCollaboration> collaborations) {

        ShownModel model(long id) {
            return Objects.requireNonNull(models.get(id));
        }

        @Nullable
        ShownCollaboration collaboration(@Nullable Long id) {
            return id == null ? null : Objects.requireNonNull(collaborations.get(id));
        }
    }

    /** Those of these rows, all of which it goes through; what is not kept is read over the same connection. */
    Found of(ResultSet rows, Connection connection) throws SQLException {
        var models = new HashSet<Long>();
        var collaborations = new HashSet<Long>();
        var row = new CardRow(rows, json);
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
                        ShownModel.class,
                        models,
                        ids -> read(ShownModel.OF_MODELS, ids, connection, ShownModel::of)),
                parts.of(
                        EntryType.COLLABORATION,
                        ShownCollaboration.class,
                        collaborations,
                        ids -> read(ShownCollaboration.OF_COLLABORATIONS, ids, connection, ShownCollaboration::of)));
    }

    /** Makes a part of a row. */
    @FunctionalInterface
    private interface Maker<P> {
        P of(CardRow row) throws SQLException;
    }

    private <P> List<P> read(String sql, Collection<Long> ids, Connection connection, Maker<P> maker)
            throws SQLException {
        return new Sql(sql, (Object) ids.toArray(Long[]::new))
                .isPlannedAlike()
                .read(connection, row -> maker.of(new CardRow(row, json)));
    }
}
