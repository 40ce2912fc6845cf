package dev.solecast.change.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.change.Change;
import dev.solecast.change.ChangeKind;
import dev.solecast.change.Changes;
import dev.solecast.change.LogPosition;
import dev.solecast.change.LoggedChange;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Holds the end of the log in memory, shared by all followers: the first one that needs new changes reads them for all.
 * Without followers nothing is read.
 */
@Singleton
class RecentChanges {

    private static final int MAX_CHANGES = 1_000;
    /** In bytes, approximately. */
    private static final long MAX_WEIGHT = 16_000_000;

    private final Changes changes;
    private final LogPosition position;
    private final ObjectMapper json;
    private final ReentrantLock reading = new ReentrantLock();

    private List<LoggedChange> held = List.of();
    private long weight;
    /** The sequence number up to which the log has been read; the held changes end there. */
    private long upTo;
    /** The number of failed reads; a follower that waited during a failed one fails too, instead of trying again. */
    private final AtomicInteger failures = new AtomicInteger();

    RecentChanges(Changes changes, LogPosition position, ObjectMapper json) {
        this.changes = changes;
        this.position = position;
        this.json = json;
    }

    /** The changes after a sequence number; empty if that is older than the changes held in memory. */
    Optional<List<LoggedChange>> findAfter(long sequence) {
        var failuresBefore = failures.get();
        reading.lock();
        try {
            if (failures.get() != failuresBefore) {
                throw new IllegalStateException("The log of changes cannot be read just now");
            }
            readNew();
            var heldAfter = upTo - held.size();
            return sequence < heldAfter
                    ? Optional.empty()
                    : Optional.of(held.subList((int) Math.min(sequence - heldAfter, held.size()), held.size()));
        } finally {
            reading.unlock();
        }
    }

    private void readNew() {
        var last = position.lastSequence();
        if (last <= upTo) {
            return;
        }
        var known = last - upTo < MAX_CHANGES ? held : List.<LoggedChange>of();
        var all = new ArrayList<>(known);
        try {
            all.addAll(read(Math.max(upTo, last - MAX_CHANGES), last));
            if (all.subList(known.size(), all.size()).stream().anyMatch(RecentChanges::isRedaction)) {
                // The redaction must take effect here too.
                all = new ArrayList<>(read(last - all.size(), last));
            }
        } catch (RuntimeException e) {
            failures.incrementAndGet();
            throw e;
        }
        weight = all.stream().mapToLong(LoggedChange::weight).sum();
        var dropped = 0;
        for (; all.size() - dropped > MAX_CHANGES || (weight > MAX_WEIGHT && dropped < all.size()); dropped++) {
            weight -= all.get(dropped).weight();
        }
        // A new list, because followers still hold parts of the old one.
        held = List.copyOf(all.subList(dropped, all.size()));
        upTo = last;
    }

    private List<LoggedChange> read(long after, long last) {
        return QuarkusTransaction.requiringNew().call(() -> changes.listBetween(after, last)).stream()
                .map(this::logged)
                .toList();
    }

    private static boolean isRedaction(LoggedChange change) {
        return change.view().kind().equals(ChangeKind.REDACTED.wireName());
    }

    /** The change as followers receive it. */
    LoggedChange logged(Change change) {
        var view = change.view(false);
        try {
            return new LoggedChange(view, json.writeValueAsString(view), change.about());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A change that cannot be written", e);
        }
    }
}
