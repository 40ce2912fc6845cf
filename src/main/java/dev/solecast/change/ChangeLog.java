package dev.solecast.change;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.http.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Logs the changes that a transaction makes. The rows are written as its last act, because from then until the commit
 * all other writers wait for their sequence numbers.
 */
@ApplicationScoped
public class ChangeLog {

    private static final Object KEY = ChangeLog.class;

    private final EntityManager database;
    private final DataSource connections;
    private final TransactionManager transactions;
    private final TransactionSynchronizationRegistry transaction;
    private final LogPosition position;
    private final InvalidationListener invalidations;
    private final Actor actor;
    private final ObjectMapper json;
    private final Clock clock;

    ChangeLog(
            EntityManager database,
            DataSource connections,
            TransactionManager transactions,
            TransactionSynchronizationRegistry transaction,
            LogPosition position,
            InvalidationListener invalidations,
            Actor actor,
            ObjectMapper json,
            Clock clock) {
        this.database = database;
        this.connections = connections;
        this.transactions = transactions;
        this.transaction = transaction;
        this.position = position;
        this.invalidations = invalidations;
        this.actor = actor;
        this.json = json;
        this.clock = clock;
    }

    /** Adds a change. Call it in the transaction that makes the change, when the entry's new version is known. */
    public void add(NewChange change) {
        pendingChanges().add(() -> change);
    }

    /** Adds a change of a bulk write; it is evaluated by {@link #evaluateDeferred}, when the entry has its new version. */
    public void addDeferred(Supplier<NewChange> change) {
        pendingChanges().add(change);
    }

    /** Evaluates what {@link #addDeferred} added. Call it after the session is flushed and before it is cleared. */
    public void evaluateDeferred() {
        pendingChanges().evaluateDeferred();
    }

    /** Discards what {@link #addDeferred} added, after a rollback to a savepoint. */
    public void discardDeferred() {
        pendingChanges().discardDeferred();
    }

    /**
     * Invalidates, on every node, the cached responses that show or list this entry, without logging a change. Call it
     * wherever readable data is written that no logged change covers, such as derived values, and before an entry
     * moves, with the reference that names the entries to which it belonged.
     */
    public void invalidate(EntityRef subject) {
        pendingChanges().invalidate(subject);
    }

    /** Does the same for values derived from rumors: lists that neither filter nor sort by them stay valid. */
    public void invalidateEvidence(EntityRef subject) {
        pendingChanges().invalidateEvidence(subject);
    }

    /** Invalidates all cached responses, for writes whose entries cannot be listed. */
    public void invalidateAll() {
        pendingChanges().invalidateAll();
    }

    private PendingChanges pendingChanges() {
        if (transaction.getResource(KEY) instanceof PendingChanges pendingChanges) {
            return pendingChanges;
        }
        var pendingChanges = new PendingChanges(database, connections, position, invalidations, actor, json, clock);
        transaction.putResource(KEY, pendingChanges);
        try {
            transactions.getTransaction().registerSynchronization(pendingChanges);
        } catch (RollbackException | SystemException e) {
            throw new IllegalStateException("The transaction cannot be committed any more", e);
        }
        return pendingChanges;
    }
}
