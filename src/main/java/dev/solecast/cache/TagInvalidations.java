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
 * When what was last touched, in places of an order of all transactions that touch something: known at once of those of
 * this node, and of others as soon as {@link LogPosition} looks. What is not known any more counts as touched.
 */
@Singleton
class TagInvalidations implements InvalidationListener {

    /** Who has not looked for so long cannot say that nothing was touched. */
    private static final long TRUSTED_FOR = Duration.ofMillis(900).toNanos();

    private static final int MOST = 100_000;

    private static final String BETWEEN =
            "select place, marks from touched where place > ? and place <= ? order by place";

    private final Map<Long, Long> last = new ConcurrentHashMap<>();
    /** The last transaction known here; all before it are committed too. */
    private volatile long newest;
    /** By then everything was touched, for all that is known. */
    private volatile long everything;
    /** Rises whenever something turns out to have been touched. */
    private volatile long turns;

    private volatile long lookedAt = System.nanoTime() - TRUSTED_FOR;
    /** Up to there all that any node touched has been read. */
    private long read = -1;

    /** Whoever begins to read now sees all that was touched up to this place. */
    long newest() {
        return newest;
    }

    /** The same number as before means that nothing has turned out to have been touched in between. */
    long turns() {
        return turns;
    }

    /** Whether all is known here that any node touched more than a second ago. */
    boolean isUpToDate() {
        return System.nanoTime() - lookedAt < TRUSTED_FOR;
    }

    /** Whether none of these is known to have been touched after a place. */
    boolean isUntouched(long[] marks, long since) {
        if (everything > since) {
            return false;
        }
        for (long mark : marks) {
            if (mark == CacheTags.EVERYTHING ? newest > since : last.getOrDefault(mark, 0L) > since) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void committed(long sequence, Collection<String> tags) {
        note(sequence, tags);
    }

    /** Takes note of what a committed transaction has touched. Hearing of it again does no harm. */
    synchronized void note(long place, Collection<String> marks) {
        boolean isNews = place > newest;
        newest = Math.max(newest, place);
        for (var text : marks) {
            long mark = CacheTags.parse(text);
            if (mark == CacheTags.EVERYTHING || last.size() > MOST) {
                isNews |= forget(place);
            } else if (last.getOrDefault(mark, 0L) < place) {
                last.put(mark, place);
                isNews = true;
            }
        }
        if (isNews) {
            turns++;
        }
    }

    private boolean forget(long place) {
        if (everything >= place) {
            return false;
        }
        everything = newest;
        last.clear();
        return true;
    }

    @Override
    public void poll(Connection connection, long place, long begun) throws SQLException {
        if (place != read) {
            int found = read < 0 ? 0 : noteBetween(connection, read, place);
            if (found != place - read) {
                // They are not kept for ever; or there is no telling, because this is the first look.
                note(place, List.of(ChangeTags.ALL));
            }
            read = place;
        }
        lookedAt = begun;
    }

    private int noteBetween(Connection connection, long after, long upTo) throws SQLException {
        int found = 0;
        try (var statement = connection.prepareStatement(BETWEEN)) {
            statement.setLong(1, after);
            statement.setLong(2, upTo);
            try (var rows = statement.executeQuery()) {
                for (; rows.next(); found++) {
                    note(rows.getLong(1), texts(rows.getArray(2)));
                }
            }
        }
        return found;
    }

    private static List<String> texts(java.sql.Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
