package dev.solecast.cache;

import dev.solecast.change.ChangeTags;
import dev.solecast.change.InvalidationListener;
import dev.solecast.change.LogPosition;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * For each cache tag the sequence number of the last transaction that invalidated it. Transactions of this node are
 * known at once, those of other nodes when {@link LogPosition} polls. If tags had to be dropped, all count as
 * invalidated.
 */
@Singleton
class TagInvalidations implements InvalidationListener {

    /** In nanoseconds. After so long without a poll, other nodes may have invalidated any tag. */
    private static final long TRUSTED_FOR = Duration.ofMillis(900).toNanos();

    private static final int MAX_TAGS = 100_000;

    private static final String BETWEEN =
            "select place, marks from touched where place > ? and place <= ? order by place";

    private final Map<Long, Long> lastInvalidated = new ConcurrentHashMap<>();
    /** The sequence number of the last transaction known here; all before it are committed too. */
    private volatile long newest;
    /** The sequence number at which every tag counts as invalidated. */
    private volatile long allInvalidated;
    /** Rises with every invalidation that was not known before. */
    private volatile long counter;

    /** When the last successful poll began, by {@link System#nanoTime}. */
    private volatile long polledAt = System.nanoTime() - TRUSTED_FOR;
    /** The sequence number up to which the invalidations of all nodes have been read; -1 before the first poll. */
    private long polledUpTo = -1;

    /** The last sequence number known here; a read that starts now sees every change up to it. */
    long lastSequence() {
        return newest;
    }

    /** The invalidation counter; while it is unchanged, nothing more is known to have been invalidated. */
    long counter() {
        return counter;
    }

    /** Whether everything that any node invalidated more than a second ago is known here. */
    boolean isUpToDate() {
        return System.nanoTime() - polledAt < TRUSTED_FOR;
    }

    /** Whether none of these tags is known to have been invalidated after a sequence number. */
    boolean areUnchanged(long[] tags, long since) {
        if (allInvalidated > since) {
            return false;
        }
        for (long tag : tags) {
            if (tag == CacheTags.EVERYTHING ? newest > since : lastInvalidated.getOrDefault(tag, 0L) > since) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void committed(long sequence, Collection<String> tags) {
        invalidate(sequence, tags);
    }

    /** Invalidates the tags of a committed transaction. Doing so again changes nothing. */
    synchronized void invalidate(long sequence, Collection<String> tags) {
        boolean isNews = sequence > newest;
        newest = Math.max(newest, sequence);
        for (var text : tags) {
            long tag = CacheTags.parse(text);
            if (tag == CacheTags.EVERYTHING || lastInvalidated.size() > MAX_TAGS) {
                isNews |= invalidateAll(sequence);
            } else if (lastInvalidated.getOrDefault(tag, 0L) < sequence) {
                lastInvalidated.put(tag, sequence);
                isNews = true;
            }
        }
        if (isNews) {
            counter++;
        }
    }

    private boolean invalidateAll(long sequence) {
        if (allInvalidated >= sequence) {
            return false;
        }
        allInvalidated = newest;
        lastInvalidated.clear();
        return true;
    }

    @Override
    public void poll(Connection connection, long sequence, long begun) throws SQLException {
        if (sequence != polledUpTo) {
            int found = polledUpTo < 0 ? 0 : invalidateBetween(connection, polledUpTo, sequence);
            if (found != sequence - polledUpTo) {
                // Some rows have been deleted already; or this is the first poll, before which nothing is known.
                invalidate(sequence, List.of(ChangeTags.ALL));
            }
            polledUpTo = sequence;
        }
        polledAt = begun;
    }

    private int invalidateBetween(Connection connection, long after, long upTo) throws SQLException {
        int found = 0;
        try (var statement = connection.prepareStatement(BETWEEN)) {
            statement.setLong(1, after);
            statement.setLong(2, upTo);
            try (var rows = statement.executeQuery()) {
                for (; rows.next(); found++) {
                    invalidate(rows.getLong(1), texts(rows.getArray(2)));
                }
            }
        }
        return found;
    }

    private static List<String> texts(java.sql.Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
