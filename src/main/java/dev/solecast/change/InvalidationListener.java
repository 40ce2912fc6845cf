package dev.solecast.change;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Learns what each committed transaction invalidated; implemented by the cache, which this room must not know. */
public interface InvalidationListener {

    /**
     * A transaction of this node has been committed.
     *
     * @param sequence its number in the order of all transactions that invalidate something
     * @param tags as in {@link ChangeTags}
     */
    void committed(long sequence, Collection<String> tags);

    /**
     * This node looks for transactions of other nodes, several times a second.
     *
     * @param connection to read them with
     * @param sequence of the last one there is
     * @param begun when the look began, as {@link System#nanoTime} tells it
     */
    void poll(Connection connection, long sequence, long begun) throws SQLException;
}
