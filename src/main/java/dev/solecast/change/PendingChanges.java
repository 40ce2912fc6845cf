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

/** The changes of one transaction, until its end. */
final class PendingChanges implements Synchronization {

    /** More than these are not held in memory; the database keeps them aside. */
    private static final int MOST_HELD = 2_000;

    /** Who touches more than this touches everything. */
    private static final int MOST_MARKS = 1_000;

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

    private static final String WRITE_SET_ASIDE = WRITE.formatted(
            "change_set_aside, jsonb_to_record(value) as given(%s) where transaction = pg_current_xact_id()::text"
                    .formatted(COLUMNS));

    private static final String SET_ASIDE = """
            insert into change_set_aside (transaction, ordinality, value)
            select pg_current_xact_id()::text, ? + given.ordinality, given.value
            from jsonb_array_elements(cast(? as jsonb)) with ordinality given
            """;

    private static final String FORGET_SET_ASIDE =
            "delete from change_set_aside where transaction = pg_current_xact_id()::text";

    private final EntityManager database;
    private final DataSource connections;
    private final LogPosition position;
    private final InvalidationListener invalidations;
    private final Actor actor;
    private final ObjectMapper json;
    private final Clock clock;
    private final List<Supplier<NewChange>> unflushed = new ArrayList<>();
    private final List<NewChange> held = new ArrayList<>();
    private Set<String> marks = new LinkedHashSet<>();
    private int setAside;
    private long last;
    private long place;

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
        unflushed.add(change);
    }

    void touch(EntityRef subject) {
        ChangeTags.of(subject).forEach(marks::add);
    }

    void touchEvidence(EntityRef subject) {
        ChangeTags.ofEvidence(subject).forEach(marks::add);
    }

    void touchAll() {
        marks.add(ChangeTags.ALL);
    }

    void flushed() {
        hold();
        if (held.size() > MOST_HELD) {
            inTransaction(this::setAside);
        }
    }

    private void hold() {
        for (var change : unflushed) {
            var known = change.get();
            if (known.kind().isOfEvidence()) {
                touchEvidence(known.subject());
            } else {
                touch(known.subject());
            }
            held.add(known);
        }
        unflushed.clear();
    }

    @Override
    public void beforeCompletion() {
        database.flush();
        hold();
        if (marks.size() > MOST_MARKS) {
            marks = Set.of(ChangeTags.ALL);
        }
        inTransaction(setAside > 0 ? this::writeSetAside : this::writeHeld);
    }

    private void writeHeld(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(WRITE_HELD)) {
            statement.setString(6, text());
            write(statement, held.size());
        }
    }

    private void setAside(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(SET_ASIDE)) {
            statement.setInt(1, setAside);
            statement.setString(2, text());
            statement.executeUpdate();
            setAside += held.size();
            held.clear();
        }
    }

    private void writeSetAside(Connection connection) throws SQLException {
        setAside(connection);
        try (var statement = connection.prepareStatement(WRITE_SET_ASIDE);
                var forget = connection.prepareStatement(FORGET_SET_ASIDE)) {
            write(statement, setAside);
            forget.executeUpdate();
        }
    }

    private void write(PreparedStatement statement, int count) throws SQLException {
        statement.setInt(1, count);
        statement.setArray(2, statement.getConnection().createArrayOf("text", marks.toArray()));
        statement.setInt(3, count);
        statement.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
        statement.setString(5, actor.name());
        try (var counted = statement.executeQuery()) {
            counted.next();
            last = counted.getLong(1);
            place = counted.getLong(2);
        }
    }

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            invalidations.committed(place, marks);
            position.reached(last);
        }
    }

    private interface Act {
        void on(Connection connection) throws SQLException;
    }

    /** Not by the session, which has given its connection back when it is told of the end before we are. */
    private void inTransaction(Act act) {
        try (var connection = connections.getConnection()) {
            act.on(connection);
        } catch (SQLException e) {
            throw new PersistenceException("The changes cannot be logged", e);
        }
    }

    private String text() {
        try {
            return json.writeValueAsString(held);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A change that cannot be written", e);
        }
    }
}
