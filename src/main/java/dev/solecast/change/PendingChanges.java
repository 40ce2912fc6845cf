package dev.solecast.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.http.Actor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** The changes of one transaction, collected until it ends. */
final class PendingChanges implements Synchronization {

    /** The number of changes that are held in memory; more are staged in the database. */
    private static final int MAX_HELD = 2_000;

    /** A transaction with more tags than this invalidates the whole cache. */
    private static final int MAX_TAGS = 1_000;

    private static final String COLUMNS =
            "type text, id bigint, slug text, version integer, kind text, fields jsonb, rumor bigint, about text[]";

    private static final String WRITE = """
            with counted as (
                update change_count set last = last + ?, touched = touched + 1 returning last, touched
            ), noted as (
                insert into touched (place, marks) select touched, ? from counted
            ), cleared as (
                delete from touched where place <= (select touched - 1000 from counted)
            ), written as (
                insert into change (place, at, actor, type, entry_id, slug, version, kind, fields, rumor_id, about)
                select counted.last - ? + ordinality, ?, ?, type, id, slug, version, kind, fields, rumor, about
                from counted, %s
            )
            select last, touched from counted
            """;

    private static final String WRITE_HELD = WRITE.formatted(
            "rows from (json_to_recordset(cast(? as json)) as (%s)) with ordinality".formatted(COLUMNS));

    private static final String WRITE_STAGED = WRITE.formatted(
            "change_set_aside, jsonb_to_record(value) as given(%s) where transaction = pg_current_xact_id()::text"
                    .formatted(COLUMNS));

    private static final String STAGE = """
            insert into change_set_aside (transaction, ordinality, value)
            select pg_current_xact_id()::text, ? + given.ordinality, given.value
            from jsonb_array_elements(cast(? as jsonb)) with ordinality given
            """;

    private static final String DELETE_STAGED =
            "delete from change_set_aside where transaction = pg_current_xact_id()::text";

    private final EntityManager database;
    private final DataSource connections;
    private final LogPosition position;
    private final InvalidationListener invalidations;
    private final Actor actor;
    private final ObjectMapper json;
    private final Clock clock;
    private final List<Supplier<NewChange>> deferred = new ArrayList<>();
    private final List<NewChange> held = new ArrayList<>();
    private Set<String> tags = new LinkedHashSet<>();
    private int staged;
    private long lastChange;
    private long sequence;

    PendingChanges(
            EntityManager database,
            DataSource connections,
            LogPosition position,
            InvalidationListener invalidations,
            Actor actor,
            ObjectMapper json,
            Clock clock) {
        this.database = database;
        this.connections = connections;
        this.position = position;
        this.invalidations = invalidations;
        this.actor = actor;
        this.json = json;
        this.clock = clock;
    }

    void add(Supplier<NewChange> change) {
        deferred.add(change);
    }

    void invalidate(EntityRef subject) {
        ChangeTags.of(subject).forEach(tags::add);
    }

    void invalidateEvidence(EntityRef subject) {
        ChangeTags.ofEvidence(subject).forEach(tags::add);
    }

    void invalidateAll() {
        tags.add(ChangeTags.ALL);
    }

    void evaluateDeferred() {
        evaluate();
        if (held.size() > MAX_HELD) {
            inTransaction(this::stage);
        }
    }

    void discardDeferred() {
        deferred.clear();
    }

    private void evaluate() {
        for (var change : deferred) {
            var evaluated = change.get();
            if (evaluated.kind().isOfEvidence()) {
                invalidateEvidence(evaluated.subject());
            } else {
                invalidate(evaluated.subject());
            }
            held.add(evaluated);
        }
        deferred.clear();
    }

    @Override
    public void beforeCompletion() {
        database.flush();
        evaluate();
        if (tags.size() > MAX_TAGS) {
            tags = Set.of(ChangeTags.ALL);
        }
        inTransaction(staged > 0 ? this::writeStaged : this::writeHeld);
    }

    private void writeHeld(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(WRITE_HELD)) {
            statement.setString(6, toJson());
            write(statement, held.size());
        }
    }

    private void stage(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(STAGE)) {
            statement.setInt(1, staged);
            statement.setString(2, toJson());
            statement.executeUpdate();
            staged += held.size();
            held.clear();
        }
    }

    private void writeStaged(Connection connection) throws SQLException {
        stage(connection);
        try (var statement = connection.prepareStatement(WRITE_STAGED);
                var delete = connection.prepareStatement(DELETE_STAGED)) {
            write(statement, staged);
            delete.executeUpdate();
        }
    }

    private void write(PreparedStatement statement, int count) throws SQLException {
        statement.setInt(1, count);
        statement.setArray(2, statement.getConnection().createArrayOf("text", tags.toArray()));
        statement.setInt(3, count);
        statement.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
        statement.setString(5, actor.name());
        try (var counted = statement.executeQuery()) {
            counted.next();
            lastChange = counted.getLong(1);
            sequence = counted.getLong(2);
        }
    }

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            invalidations.committed(sequence, tags);
            position.advanceTo(lastChange);
        }
    }

    private interface Work {
        void run(Connection connection) throws SQLException;
    }

    /**
     * Runs on the transaction's connection, but not through the session, which has returned its connection already if
     * it is notified of the end of the transaction first.
     */
    private void inTransaction(Work work) {
        try (var connection = connections.getConnection()) {
            work.run(connection);
        } catch (SQLException e) {
            throw new PersistenceException("The changes cannot be logged", e);
        }
    }

    private String toJson() {
        try {
            return json.writeValueAsString(held);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A change that cannot be written", e);
        }
    }
}
