package dev.solecast.change;

import dev.solecast.http.Actor;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.http.request.RequestPlace;
import dev.solecast.http.request.Workload;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the log, and waits for new changes. */
@ApplicationScoped
public class ChangeLogReader {

    /** The number of log entries that one read scans, whether they match the filter or not. */
    private static final int MAX_SCAN = 10_000;

    /** The changes that are read at once. */
    private static final int CHUNK = 250;

    /** The characters of changes after which a page ends, because it is in memory as a whole. */
    private static final int ENOUGH = 500_000;

    /** The changes that take as long to read as a usual request does. */
    private static final int CHANGES_PER_TOKEN = 100;

    private final Changes changes;
    private final LogPosition position;
    private final Actor actor;
    private final RequestPlace place;

    ChangeLogReader(Changes changes, LogPosition position, Actor actor, RequestPlace place) {
        this.changes = changes;
        this.position = position;
        this.actor = actor;
        this.place = place;
    }

    /**
     * The end of a log.
     *
     * @param sequence the sequence number of its last change; 0 before the first
     * @param at the time of that change, which distinguishes logs of the same length
     */
    public record LogEnd(long sequence, Instant at) {}

    /** The end of the log as the current transaction sees it; without a transaction, as it is now. */
    public LogEnd end() {
        return changes.end();
    }

    /**
     * The changes after a sequence number.
     *
     * @param limit the largest number of changes; large changes are fewer
     * @throws Problem 400 if the log does not reach so far
     */
    public ChangePage after(long sequence, ChangeFilter filter, int limit) {
        var last = changes.lastSequence();
        if (sequence < 0 || sequence > last) {
            throw Problem.field(
                    ProblemCode.INVALID_CURSOR,
                    "after",
                    sequence + " is not a place in this log, which has " + last
                            + " changes so far. Begin again after 0.");
        }
        var upTo = Math.min(last, sequence + MAX_SCAN);
        var about = changes.tags(filter.about());
        var found = new ArrayList<Change>();
        var reached = sequence;
        long length = 0;
        while (reached < upTo && found.size() < limit && length < ENOUGH) {
            int most = Math.min(CHUNK, limit - found.size());
            var chunk = changes.listBetween(reached, upTo, filter, about, most);
            found.addAll(chunk);
            length += chunk.stream().mapToLong(Change::length).sum();
            reached = chunk.size() == most ? chunk.getLast().sequence() : upTo;
        }
        var isEditor = actor.isEditor();
        return new ChangePage(
                found.stream().map(change -> change.view(isEditor)).toList(), reached, reached == last);
    }

    /** A change, and the id of the entry that it happened to. */
    public record EntryChange(long entryId, ChangeView change) {}

    /** The changes with these sequence numbers, newest first, as the public may see them. */
    public List<EntryChange> listAt(Collection<Long> sequences) {
        return changes.list("place in ?1 order by place desc", sequences).stream()
                .map(change -> new EntryChange(change.entryId(), change.view(false)))
                .toList();
    }

    /** The fields that changed since an entry had this version, each with a text that names its old and new value. */
    public Map<String, String> describeChangesSince(EntryType type, long entry, int version) {
        var fields = new LinkedHashMap<String, String>();
        changes.listSince(type, entry, version)
                .forEach(change -> change.fields()
                        .parse()
                        .properties()
                        .forEach(field -> fields.put(
                                field.getKey(),
                                "was %s and is %s since %s."
                                        .formatted(
                                                field.getValue().get("old"),
                                                field.getValue().get("new"),
                                                change.at()))));
        return fields;
    }

    /**
     * The changes after a sequence number. If there are none yet, waits for one until the time is up, without a place
     * among the reads or a connection to the database.
     */
    public ChangePage await(long sequence, ChangeFilter filter, int limit, Duration patience)
            throws InterruptedException {
        int price = 1 + limit / CHANGES_PER_TOKEN;
        place.take(Workload.READ, price);
        var page = after(sequence, filter, limit);
        for (var remaining = patience; page.changes().isEmpty() && remaining.isPositive(); ) {
            place.releaseToWait();
            remaining = page.upToDate() ? position.awaitAfter(page.reached(), remaining) : remaining;
            place.take(Workload.READ, price);
            page = after(page.reached(), filter, limit);
        }
        return page;
    }
}
