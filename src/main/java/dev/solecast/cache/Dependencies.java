package dev.solecast.cache;

import java.util.Collection;
import java.util.List;

/**
 * The dependencies of a cached response or fragment: its cache tags, the sequence number up to which it has seen their
 * invalidations, and the dependencies of the cached fragments that it contains.
 */
final class Dependencies {

    private final TagInvalidations invalidations;
    private final long since;
    private final long[] tags;
    private final List<Dependencies> fragments;
    /** The invalidation counter at the last successful check; while it is unchanged the check is skipped. */
    private volatile long checkedAt = -1;

    Dependencies(TagInvalidations invalidations, long since, long[] tags, Collection<Dependencies> fragments) {
        this.invalidations = invalidations;
        this.since = since;
        this.tags = tags;
        this.fragments = List.copyOf(fragments);
    }

    /** Whether none of them has been invalidated since. Checked for every request, so it never blocks. */
    boolean areUnchanged() {
        if (!invalidations.isUpToDate()) {
            return false;
        }
        long counter = invalidations.counter();
        if (checkedAt == counter) {
            return true;
        }
        boolean holds =
                invalidations.areUnchanged(tags, since) && fragments.stream().allMatch(Dependencies::areUnchanged);
        if (holds) {
            checkedAt = counter;
        }
        return holds;
    }

    /** The approximate size in bytes. */
    int weight() {
        return 80 + 8 * (tags.length + fragments.size());
    }
}
