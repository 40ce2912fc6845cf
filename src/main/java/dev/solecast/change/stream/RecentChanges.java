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
 * The end of the log, kept in memory: whoever of those that follow it comes first reads on for all of them. While nobody
 * follows, nothing is read.
 */
@Singleton
class RecentChanges {

    private static final int MOST = 1_000;
    private static final long HEAVIEST = 16_000_000;

    private final Changes changes;
    private final LogPosition position;
    private final ObjectMapper json;
    private final ReentrantLock reading = new ReentrantLock();

    private List<LoggedChange> kept = List.of();
    private long weight;
    /** The place of the last change that is kept; before the first one, that of the last that is not. */
    private long upTo;
    /** How often reading has failed: who waited for it meanwhile has failed too, and need not try. */
    private final AtomicInteger failures = new AtomicInteger();

    RecentChanges(Changes changes, LogPosition position, ObjectMapper json) {
        this.changes = changes;
        this.position = position;
        this.json = json;
    }

    /** All that there is after a place; empty if that lies further back than what is kept. */
    Optional<List<LoggedChange>> after(long place) {
        var failuresBefore = failures.get();
        reading.lock();
        try {
            if (failures.get() != failuresBefore) {
                throw new IllegalStateException("The log of changes cannot be read just now");
            }
            readOn();
            var first = upTo - kept.size();
            return place < first
                    ? Optional.empty()
                    : Optional.of(kept.subList((int) Math.min(place - first, kept.size()), kept.size()));
        } finally {
            reading.unlock();
        }
    }

    private void readOn() {
        var last = position.last();
        if (last <= upTo) {
            return;
        }
        var known = last - upTo < MOST ? kept : List.<LoggedChange>of();
        var all = new ArrayList<>(known);
        try {
            all.addAll(read(Math.max(upTo, last - MOST), last));
            if (all.subList(known.size(), all.size()).stream().anyMatch(RecentChanges::redacts)) {
                // What was redacted must be forgotten here too.
                all = new ArrayList<>(read(last - all.size(), last));
            }
        } catch (RuntimeException e) {
            failures.incrementAndGet();
            throw e;
        }
        weight = all.stream().mapToLong(LoggedChange::weight).sum();
        var tooMany = 0;
        for (; all.size() - tooMany > MOST || (weight > HEAVIEST && tooMany < all.size()); tooMany++) {
            weight -= all.get(tooMany).weight();
        }
        // Those who read hold parts of the list before, so it stays as it was.
        kept = List.copyOf(all.subList(tooMany, all.size()));
        upTo = last;
    }

    private List<LoggedChange> read(long after, long last) {
        return QuarkusTransaction.requiringNew().call(() -> changes.between(after, last)).stream()
                .map(this::logged)
                .toList();
    }

    private static boolean redacts(LoggedChange change) {
        return change.view().kind().equals(ChangeKind.REDACTED.word());
    }

    /** As those who follow are told of it. */
    LoggedChange logged(Change change) {
        var view = change.view(false);
        try {
            return new LoggedChange(view, json.writeValueAsString(view), change.about());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A change that cannot be written", e);
        }
    }
}
