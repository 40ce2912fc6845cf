package dev.solecast.change;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Learns which cache tags each committed transaction invalidates; implemented by the cache, unknown to this room. */
public interface InvalidationListener {

    /**
     * Called after a transaction of this node has been committed.
     *
     * @param sequence its number in the commit order of all transactions that invalidate something
     * @param tags as in {@link ChangeTags}
     */
    void committed(long sequence, Collection<String> tags);

    /**
     * Called several times a second, to read what transactions of other nodes have invalidated.
     *
     * @param connection the connection to read with
     * @param sequence the number of the last committed transaction
     * @param begun when the poll began, in nanoseconds of {@link System#nanoTime}
     */
    void poll(Connection connection, long sequence, long begun) throws SQLException;
}
