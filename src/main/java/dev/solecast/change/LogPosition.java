package dev.solecast.change;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * How far the log has come, as this node knows: at once for what was written here, and within {@link #LATE} for what
 * other nodes wrote.
 */
@ApplicationScoped
public class LogPosition {

    /** How late this node may learn of what another one wrote. */
    public static final Duration LATE = Duration.ofMillis(200);

    private static final Logger LOG = Logger.getLogger(LogPosition.class);

    private final DataSource connections;
    private final InvalidationListener invalidations;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Thread follower = Thread.ofVirtual().name("changes").unstarted(this::follow);
    private volatile long last;

    LogPosition(DataSource connections, InvalidationListener invalidations) {
        this.connections = connections;
        this.invalidations = invalidations;
    }

    void start(@Observes StartupEvent started) throws SQLException {
        look();
        follower.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        follower.interrupt();
    }

    /** The place of the last change known here; 0 before the first. */
    public long last() {
        return last;
    }

    /** Takes note of a committed change. */
    public void reached(long place) {
        if (place > last) {
            lock.lock();
            try {
                last = Math.max(last, place);
                moved.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Waits until there is a change after this place, or the time is up. Holds nothing while it waits.
     *
     * @return what is left of the time
     */
    public Duration awaitAfter(long place, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            var left = patience.toNanos();
            while (last <= place && left > 0) {
                left = moved.awaitNanos(left);
            }
            return Duration.ofNanos(left);
        } finally {
            lock.unlock();
        }
    }

    private void look() throws SQLException {
        // By no session: this goes on all the time, and needs no transaction.
        long begun = System.nanoTime();
        try (var connection = connections.getConnection();
                var statement = connection.prepareStatement("select last, touched from change_count");
                var found = statement.executeQuery()) {
            found.next();
            reached(found.getLong(1));
            invalidations.poll(connection, found.getLong(2), begun);
        }
    }

    private void follow() {
        var told = false;
        try {
            while (!Thread.interrupted()) {
                TimeUnit.NANOSECONDS.sleep(LATE.toNanos());
                try {
                    look();
                    told = false;
                } catch (SQLException e) {
                    if (!told) {
                        LOG.warnf("The log of changes cannot be followed just now: %s", e.getMessage());
                    }
                    told = true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the service ends
        }
    }
}
