package dev.solecast.cache;

import java.util.Collection;
import java.util.List;

/**
 * The marks that an answer rests on, and the place in the order of transactions up to which it saw all that touched them;
 * and the bases of those of its parts that were read before.
 */
final class Dependencies {

    private final TagInvalidations touched;
    private final long since;
    private final long[] marks;
    private final List<Dependencies> parts;
    /** Looked at when nothing had been touched that was not known now; most are asked for often between two changes. */
    private volatile long lookedAt = -1;

    Dependencies(TagInvalidations touched, long since, long[] marks, Collection<Dependencies> parts) {
        this.touched = touched;
        this.since = since;
        this.marks = marks;
        this.parts = List.copyOf(parts);
    }

    /** Whether none of them has been invalidated since. Asked for every response, so it waits for nothing. */
    boolean holds() {
        if (!touched.isUpToDate()) {
            return false;
        }
        long turns = touched.turns();
        if (lookedAt == turns) {
            return true;
        }
        boolean holds = touched.isUntouched(marks, since) && parts.stream().allMatch(Dependencies::holds);
        if (holds) {
            lookedAt = turns;
        }
        return holds;
    }

    /** Bytes of memory that it takes. */
    int weight() {
        return 80 + 8 * (marks.length + parts.size());
    }
}
