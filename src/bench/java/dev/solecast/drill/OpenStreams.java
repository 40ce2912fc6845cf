package dev.solecast.drill;

import java.io.EOFException;
import java.net.InetAddress;

/** Opens 2,000 streams of changes from their beginning; every second one is never read. */
record OpenStreams() implements Attack {

    private static final int STREAMS = 2_000;
    /** From one connection to the next. */
    private static final int MILLIS_APART = 3;

    private static final int RECEIVE_BUFFER = 2_048;

    @Override
    public String name() {
        return "2,000 streams";
    }

    @Override
    public void start(Raid raid, InetAddress source) {
        for (var each = 0; each < STREAMS / raid.sources(); each++) {
            var unread = each % 2 == 0;
            raid.repeat(source, RECEIVE_BUFFER, each * raid.sources() * MILLIS_APART, connection -> {
                connection.send("/v1/changes/stream?after=0", "");
                var status = connection.readStatus();
                if (status != 200) {
                    raid.count(status);
                    throw new EOFException("The stream was refused");
                }
                raid.count(200);
                while (!raid.isOver()) {
                    if (unread) {
                        raid.pause();
                    } else if (connection.read(16_384) < 0) {
                        throw new EOFException("The stream has ended");
                    }
                }
            });
        }
    }
}
