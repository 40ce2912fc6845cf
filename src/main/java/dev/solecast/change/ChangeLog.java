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
 * Takes down what a transaction changes. The rows are written as its last act, because from then until the commit all
 * other writers wait for their place in the log.
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

    /** To be called in the transaction that makes the change, after its version is known. */
    public void add(NewChange change) {
        draft().add(() -> change);
    }

    /** The same where many are written at once; the change is asked for when they are, by {@link #flushed}. */
    public void addFlushed(Supplier<NewChange> change) {
        draft().add(change);
    }

    /** To be called when all that was added by {@link #addFlushed} has been written and is still at hand. */
    public void flushed() {
        draft().flushed();
    }

    /**
     * Makes every node forget the answers that show this entry, or list it, though nobody is told of a change. To be
     * called wherever something is written that can be read, and that no change tells: what is derived, and where an entry
     * belonged before.
     */
    public void untold(EntityRef subject) {
        draft().touch(subject);
    }

    /** The same where only what rumors make of the entry is written: it stays where it is in lists that do not ask for that. */
    public void reweighed(EntityRef subject) {
        draft().touchEvidence(subject);
    }

    /** The same for all answers; for who writes so much, or in such a way, that it cannot be said what. */
    public void untold() {
        draft().touchAll();
    }

    private PendingChanges draft() {
        if (transaction.getResource(KEY) instanceof PendingChanges draft) {
            return draft;
        }
        var draft = new PendingChanges(database, connections, position, invalidations, actor, json, clock);
        transaction.putResource(KEY, draft);
        try {
            transactions.getTransaction().registerSynchronization(draft);
        } catch (RollbackException | SystemException e) {
            throw new IllegalStateException("The transaction cannot be committed any more", e);
        }
        return draft;
    }
}
