package dev.solecast.change.stream;

import dev.solecast.change.ChangeFilter;
import dev.solecast.change.Changes;
import dev.solecast.change.LogPosition;
import dev.solecast.change.LoggedChange;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.util.List;

/**
 * Somebody's way through the log: all that fits a filter, once and in order. At the end of the log it is told what all
 * others are told; further back it reads for itself. Not for several threads at once.
 */
public final class ChangeFollower {

    /** So many places one read looks at, however few of them the filter finds. */
    private static final long SCAN = 10_000;

    private final ChangeFilter filter;
    private final InMemoryChangeFilter sieve;
    private final Changes changes;
    private final RecentChanges recent;
    private final LogPosition position;
    private long reached;

    ChangeFollower(
            long reached,
            ChangeFilter filter,
            InMemoryChangeFilter sieve,
            Changes changes,
            RecentChanges recent,
            LogPosition position) {
        this.reached = reached;
        this.filter = filter;
        this.sieve = sieve;
        this.changes = changes;
        this.recent = recent;
        this.position = position;
    }

    /** The place up to which all that fits has been told. */
    public long reached() {
        return reached;
    }

    /**
     * What comes next, if it is there already. Not to be interrupted, which would cost a connection to the database.
     *
     * @param limit how many changes at most
     * @throws RuntimeException if the log cannot be read just now; nothing is lost then
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

    /** Waits until there is something to read, or the time is up; holds nothing meanwhile. */
    public void await(Duration patience) throws InterruptedException {
        position.awaitAfter(reached, patience);
    }

    private List<LoggedChange> read(int limit) {
        var told = recent.after(reached);
        if (told.isEmpty()) {
            return readAlone(limit);
        }
        return told.get().isEmpty()
                ? List.of()
                : cut(sieve.of(told.get()), limit, told.get().getLast().place());
    }

    private List<LoggedChange> cut(List<LoggedChange> found, int limit, long upTo) {
        if (found.size() > limit) {
            reached = found.get(limit - 1).place();
            return found.subList(0, limit);
        }
        reached = upTo;
        return found;
    }

    private List<LoggedChange> readAlone(int limit) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var upTo = Math.min(position.last(), reached + SCAN);
            var found = changes.between(reached, upTo, filter, changes.tags(filter.about()), limit);
            reached = found.size() == limit ? found.getLast().place() : upTo;
            return found.stream().map(recent::logged).toList();
        });
    }
}
