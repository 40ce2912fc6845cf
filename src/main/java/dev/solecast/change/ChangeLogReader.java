package dev.solecast.change;

import dev.solecast.http.Actor;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the log, and waits for what comes. */
@ApplicationScoped
public class ChangeLogReader {

    /** So many places one read looks at, however few of them a filter finds. */
    private static final int SCAN = 10_000;

    private final Changes changes;
    private final LogPosition position;
    private final Actor actor;

    ChangeLogReader(Changes changes, LogPosition position, Actor actor) {
        this.changes = changes;
        this.position = position;
        this.actor = actor;
    }

    /**
     * How far a log has come.
     *
     * @param place of its last change; 0 before the first
     * @param at when that happened, which tells logs apart that have come equally far
     */
    public record Reached(long place, Instant at) {}

    /** How far the log has come, as the present transaction sees it; without one, as it is. */
    public Reached reached() {
        return changes.reached();
    }

    /**
     * What there is after a place.
     *
     * @param limit how many changes at most
     */
    public ChangePage after(long place, ChangeFilter filter, int limit) {
        var last = changes.last();
        if (place < 0 || place > last) {
            throw Problem.field(
                    ProblemCode.INVALID_CURSOR,
                    "after",
                    place + " is not a place in this log, which has " + last + " changes so far. Begin again after 0.");
        }
        var upTo = Math.min(last, place + SCAN);
        var found = changes.between(place, upTo, filter, changes.tags(filter.about()), limit);
        var reached = found.size() == limit ? found.getLast().place() : upTo;
        var isEditor = actor.isEditor();
        return new ChangePage(
                found.stream().map(change -> change.view(isEditor)).toList(), reached, reached == last);
    }

    /** A change, and the number of the entry that it happened to. */
    public record Happened(long entry, ChangeView change) {}

    /** What happened at these places, newest first, as the public may see it. */
    public List<Happened> at(Collection<Long> places) {
        return changes.list("place in ?1 order by place desc", places).stream()
                .map(change -> new Happened(change.entryId(), change.view(false)))
                .toList();
    }

    /** The fields that changed since an entry had this version, each with what it was and is. */
    public Map<String, String> since(EntryType type, long entry, int version) {
        var fields = new LinkedHashMap<String, String>();
        changes.since(type, entry, version)
                .forEach(change -> change.fields()
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

    /** What there is after a place; where there is nothing yet it waits until there is, or the time is up, and holds nothing meanwhile. */
    public ChangePage await(long place, ChangeFilter filter, int limit, Duration patience) throws InterruptedException {
        var stretch = after(place, filter, limit);
        for (var left = patience; stretch.changes().isEmpty() && left.isPositive(); ) {
            left = stretch.upToDate() ? position.awaitAfter(stretch.reached(), left) : left;
            stretch = after(stretch.reached(), filter, limit);
        }
        return stretch;
    }
}
