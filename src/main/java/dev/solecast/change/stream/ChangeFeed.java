package dev.solecast.change.stream;

import dev.solecast.change.ChangeFilter;
import dev.solecast.change.Changes;
import dev.solecast.change.LogPosition;
import dev.solecast.change.LoggedChange;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Starts followers of the log, and looks up single changes. */
@Singleton
public class ChangeFeed {

    /** The most followers that read the database at once: on two cores, more would slow down requests. */
    private static final int CONNECTIONS = 1;

    private final Semaphore connections = new Semaphore(CONNECTIONS, true);
    private final Changes changes;
    private final RecentChanges recent;
    private final LogPosition position;

    ChangeFeed(Changes changes, RecentChanges recent, LogPosition position) {
        this.changes = changes;
        this.recent = recent;
        this.position = position;
    }

    /** The sequence number of the last change; 0 before the first. */
    public long end() {
        return QuarkusTransaction.requiringNew().call(changes::lastSequence);
    }

    /**
     * Starts a follower after a sequence number.
     *
     * @throws Problem 400 if the log does not reach so far
     */
    public ChangeFollower after(long sequence, ChangeFilter filter) {
        var last = end();
        if (sequence < 0 || sequence > last) {
            throw Problem.field(
                    ProblemCode.INVALID_CURSOR,
                    "after",
                    sequence + " is not a place in this log, which has " + last
                            + " changes so far. Begin again after 0.");
        }
        position.advanceTo(last);
        var inMemoryFilter = new InMemoryChangeFilter(filter, changes);
        return new ChangeFollower(sequence, filter, inMemoryFilter, changes, recent, position, connections);
    }

    /** The change with this sequence number; empty if there is none. */
    public Optional<LoggedChange> findAt(long sequence) {
        return QuarkusTransaction.requiringNew()
                .call(() -> changes.findByIdOptional(sequence).map(recent::logged));
    }
}
