package dev.solecast.http.connection;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/** The connections of one address, and the responses that wait for it. Guarded by the lock of {@link Connections}. */
final class NetworkLoad {

    /** The connections for which bytes wait; the one that has taken none for longest comes first. */
    final SequencedSet<ConnectionGuard> waiting = new LinkedHashSet<>();

    /** All of its connections, the oldest first. */
    final SequencedSet<ConnectionGuard> open = new LinkedHashSet<>();

    long unread;

    /** The oldest connection between two requests; null if there is none. */
    @Nullable
    ConnectionGuard findIdle() {
        return open.stream().filter(ConnectionGuard::isIdle).findFirst().orElse(null);
    }

    /** The reader that has taken nothing for longest; without any that waits, the oldest connection. */
    ConnectionGuard longestIdle() {
        return waiting.isEmpty() ? open.getFirst() : waiting.getFirst();
    }
}
