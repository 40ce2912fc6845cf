package dev.solecast.drill;

import java.net.InetAddress;
import java.util.function.Supplier;

/**
 * Sends the next request on each connection as soon as the last one is answered.
 *
 * @param connections from each address
 * @param paths the path of each request
 */
record ReadLoop(String name, int connections, Supplier<String> paths) implements Attack {

    @Override
    public void start(Raid raid, InetAddress source) {
        for (var each = 0; each < connections; each++) {
            raid.repeat(source, 0, 0, connection -> raid.count(connection.get(paths.get())));
        }
    }
}
