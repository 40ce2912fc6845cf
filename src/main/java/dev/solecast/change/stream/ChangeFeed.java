package dev.solecast.change.stream;

import dev.solecast.change.ChangeFilter;
import dev.solecast.change.Changes;
import dev.solecast.change.EntryType;
import dev.solecast.change.LogPosition;
import dev.solecast.change.LoggedChange;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Lets others follow the log. */
@Singleton
public class ChangeFeed {

    private final Changes changes;
    private final RecentChanges recent;
    private final LogPosition position;

    ChangeFeed(Changes changes, RecentChanges recent, LogPosition position) {
        this.changes = changes;
        this.recent = recent;
        this.position = position;
    }

    /** The place of the last change there is; 0 before the first. */
    public long end() {
        return QuarkusTransaction.requiringNew().call(changes::last);
    }

    /**
     * Somebody who reads on from a place.
     *
     * @throws Problem 400 if the log has no such place
     */
    public ChangeFollower after(long place, ChangeFilter filter) {
        var last = end();
        if (place < 0 || place > last) {
            throw Problem.field(
                    ProblemCode.INVALID_CURSOR,
                    "after",
                    place + " is not a place in this log, which has " + last + " changes so far. Begin again after 0.");
        }
        position.reached(last);
        var sieve = new InMemoryChangeFilter(filter, changes);
        return new ChangeFollower(place, filter, sieve, changes, recent, position);
    }

    /** The change at a place; empty if there is none. */
    public Optional<LoggedChange> at(long place) {
        return QuarkusTransaction.requiringNew()
                .call(() -> changes.findByIdOptional(place).map(recent::logged));
    }

    /** Of these slugs those that no entry of this type has or had. */
    public List<String> unknown(EntryType type, List<String> slugs) {
        return changes.unknown(type, slugs);
    }
}
