package dev.solecast.http.connection;

import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2Stream;
import java.util.HashMap;
import java.util.Map;

/** The responses on an HTTP/2 connection that are complete, but that its flow control still holds back. */
final class StreamedAnswers extends Http2ConnectionAdapter {

    private final ConnectionGuard guard;
    private final Http2Connection connection;
    private final Map<Integer, Long> heldBack = new HashMap<>();
    private long unread;

    StreamedAnswers(ConnectionGuard guard, Http2Connection connection) {
        this.guard = guard;
        this.connection = connection;
        connection.addListener(this);
    }

    /** The bytes of these responses; what has already been sent of them counts until they are sent as a whole. */
    long unread() {
        return unread;
    }

    /** Whether no request is being answered. */
    boolean isIdle() {
        return connection.numActiveStreams() == 0;
    }

    /** Notes that a response of this length is complete; must be called on the thread of the connection. */
    void ended(int streamId, long bytes) {
        if (connection.stream(streamId) != null && heldBack.putIfAbsent(streamId, bytes) == null) {
            unread += bytes;
            guard.look();
        }
    }

    @Override
    public void onStreamClosed(Http2Stream stream) {
        var bytes = heldBack.remove(stream.id());
        if (bytes != null) {
            unread -= bytes;
            guard.look();
        }
    }
}
