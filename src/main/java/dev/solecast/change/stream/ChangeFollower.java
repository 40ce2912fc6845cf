package dev.solecast.change.stream;

import dev.solecast.change.ChangeFilter;
import dev.solecast.change.Changes;
import dev.solecast.change.LogPosition;
import dev.solecast.change.LoggedChange;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Reads the log for one consumer: every change that matches a filter, once and in order. Near the end of the log it
 * shares the recent changes that are held in memory; further back it queries the database itself. Not thread-safe.
 */
public final class ChangeFollower {

    /** The number of log entries that one read scans, whether they match the filter or not. */
    private static final long MAX_SCAN = 10_000;

    private final ChangeFilter filter;
    private final InMemoryChangeFilter inMemoryFilter;
    private final Changes changes;
    private final RecentChanges recent;
    private final LogPosition position;
    private final Semaphore connections;
    private long reached;

    ChangeFollower(
            long reached,
            ChangeFilter filter,
            InMemoryChangeFilter inMemoryFilter,
            Changes changes,
            RecentChanges recent,
            LogPosition position,
            Semaphore connections) {
        this.reached = reached;
        this.filter = filter;
        this.inMemoryFilter = inMemoryFilter;
        this.changes = changes;
        this.recent = recent;
        this.position = position;
        this.connections = connections;
    }

    /** The sequence number up to which every matching change has been returned. */
    public long reached() {
        return reached;
    }

    /**
     * Returns the next matching changes without waiting; empty if there are none yet. Its thread must not be
     * interrupted meanwhile, because that would cost a connection to the database.
     *
     * @param limit the largest number of changes
     * @throws RuntimeException if the log cannot be read at present; no change is skipped then
     */
    public List<LoggedChange> next(int limit) {
        while (true) {
            var before = reached;
            var found = read(limit);
            if (!found.isEmpty() || reached == before) {
                return found;
            }
        }
    }

    /** Waits until there is something to read, or the time is up, without holding a connection. */
    public void await(Duration patience) throws InterruptedException {
        position.awaitAfter(reached, patience);
    }

    private List<LoggedChange> read(int limit) {
        var shared = recent.findAfter(reached);
        if (shared.isEmpty()) {
            return query(limit);
        }
        return shared.get().isEmpty()
                ? List.of()
                : take(
                        inMemoryFilter.apply(shared.get()),
                        limit,
                        shared.get().getLast().sequence());
    }

    private List<LoggedChange> take(List<LoggedChange> found, int limit, long upTo) {
        if (found.size() > limit) {
            reached = found.get(limit - 1).sequence();
            return found.subList(0, limit);
        }
        reached = upTo;
        return found;
    }

    private List<LoggedChange> query(int limit) {
        connections.acquireUninterruptibly();
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                var upTo = Math.min(position.lastSequence(), reached + MAX_SCAN);
                var found = changes.listBetween(reached, upTo, filter, changes.tags(filter.about()), limit);
                reached = found.size() == limit ? found.getLast().sequence() : upTo;
                return found.stream().map(recent::logged).toList();
            });
        } finally {
            connections.release();
        }
    }
}
