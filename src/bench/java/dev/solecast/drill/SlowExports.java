package dev.solecast.drill;

import java.io.EOFException;
import java.net.InetAddress;
import java.util.concurrent.locks.LockSupport;

/** Reads exports at 400 bytes a second. */
record SlowExports() implements Attack {

    private static final int CONNECTIONS = 8;
    private static final int RECEIVE_BUFFER = 2_048;

    @Override
    public String name() {
        return "exports at 400 B/s";
    }

    @Override
    public void start(Raid raid, InetAddress source) {
        for (var each = 0; each < CONNECTIONS; each++) {
            raid.repeat(source, RECEIVE_BUFFER, 0, connection -> {
                connection.send("/v1/exports/all", "");
                var first = true;
                while (!raid.isOver()) {
                    var bytes = connection.read(40);
                    if (bytes < 0) {
                        throw new EOFException("The service has ended a slow export");
                    }
                    if (first) {
                        raid.count(200);
                    }
                    first = false;
                    LockSupport.parkNanos(100_000_000);
                }
            });
        }
    }
}
