package dev.solecast.change;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The end of the log as this node knows it: at once for changes written here, and within {@link #POLL_INTERVAL} for changes of
 * other nodes.
 */
@ApplicationScoped
public class LogPosition {

    /** The interval of polls, and so the delay with which this node learns of changes of other nodes. */
    public static final Duration POLL_INTERVAL = Duration.ofMillis(200);

    private static final Logger LOG = Logger.getLogger(LogPosition.class);

    private final DataSource connections;
    private final InvalidationListener invalidations;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final Thread poller = Thread.ofVirtual().name("changes").unstarted(this::pollForever);
    private volatile long last;

    /**
     * Kept from one poll to the next: a poll that had to wait for a connection of a pool in which many wait would be late,
     * and without polls no cached response may be served, just when it is most needed.
     */
    private @Nullable Connection kept;

    LogPosition(DataSource connections, InvalidationListener invalidations) {
        this.connections = connections;
        this.invalidations = invalidations;
    }

    void start(@Observes StartupEvent started) throws SQLException {
        poll();
        poller.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.interrupt();
    }

    /** The sequence number of the last change known here; 0 before the first. */
    public long lastSequence() {
        return last;
    }

    /** Advances the position to a committed change. */
    public void advanceTo(long sequence) {
        if (sequence > last) {
            lock.lock();
            try {
                last = Math.max(last, sequence);
                advanced.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Waits until there is a change after this sequence number, or the time is up, without holding a connection.
     *
     * @return the time that remains
     */
    public Duration awaitAfter(long sequence, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            var remaining = patience.toNanos();
            while (last <= sequence && remaining > 0) {
                remaining = advanced.awaitNanos(remaining);
            }
            return Duration.ofNanos(remaining);
        } finally {
            lock.unlock();
        }
    }

    private void poll() throws SQLException {
        // Without a session: polling goes on all the time, and needs no transaction.
        var connection = kept == null ? connections.getConnection() : kept;
        kept = connection;
        long begun = System.nanoTime();
        try (var statement = connection.prepareStatement("select last, touched from change_count");
                var row = statement.executeQuery()) {
            row.next();
            advanceTo(row.getLong(1));
            invalidations.poll(connection, row.getLong(2), begun);
        } catch (SQLException e) {
            release();
            throw e;
        }
    }

    private void release() {
        if (kept != null) {
            try {
                kept.close();
            } catch (SQLException e) {
                LOG.debug("A connection that is given back is broken", e);
            }
            kept = null;
        }
    }

    private void pollForever() {
        var warned = false;
        try {
            while (!Thread.interrupted()) {
                TimeUnit.NANOSECONDS.sleep(POLL_INTERVAL.toNanos());
                try {
                    poll();
                    warned = false;
                } catch (SQLException e) {
                    if (!warned) {
                        LOG.warnf("The log of changes cannot be followed just now: %s", e.getMessage());
                    }
                    warned = true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the service stops
        } finally {
            release();
        }
    }
}
