package dev.solecast.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Sends requests when they are due, whether or not earlier ones have been answered, and measures from that time: a
 * service that stalls does not slow the load down. One thread, so that the service gets the rest of the machine; it
 * checks the clock each millisecond, and that delay counts as response time.
 */
final class OpenLoop {

    private static final int CONNECTIONS = 64;
    private static final long TIMEOUT = TimeUnit.SECONDS.toNanos(10);

    private final URI address;

    OpenLoop(URI address) {
        this.address = address;
    }

    /** Sends the requests in turn. */
    Latencies read(List<BenchRequest> benchRequests, double perSecond, Duration length) {
        var requests =
                benchRequests.stream().map(request -> request.toBytes(address)).toArray(byte[][]::new);
        return run(perSecond, length, i -> requests[i % requests.length]);
    }

    /** Records a rumor about each release in turn. */
    Latencies write(List<String> releases, double perSecond, Duration length) {
        return run(
                perSecond,
                length,
                i -> BenchRequest.rumor(
                        address,
                        releases.get(i % releases.size()),
                        "{\"source\": \"source-%d\", \"kind\": \"report\", \"saidOn\": \"2026-11-01\", \"window\": \"2027-%02d\"}"
                                .formatted(i % 60, 1 + i % 12)));
    }

    private Latencies run(double perSecond, Duration length, IntFunction<byte[]> requests) {
        try (var selector = Selector.open()) {
            var idle = new ArrayDeque<Connection>();
            for (int i = 0; i < CONNECTIONS; i++) {
                idle.add(Connection.open(address, selector));
            }
            int total = (int) (perSecond * length.toSeconds());
            long begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
            long[] due = new long[total];
            Arrays.setAll(due, i -> begin + (long) (i * 1e9 / perSecond));
            long[] nanos = send(due, requests, idle, selector);
            for (var key : selector.keys()) {
                key.channel().close();
            }
            return Latencies.of(nanos);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long[] send(long[] due, IntFunction<byte[]> requests, Deque<Connection> idle, Selector selector)
            throws IOException {
        int total = due.length;
        long[] nanos = new long[total];
        Arrays.fill(nanos, Latencies.NEVER);
        int sent = 0;
        int answered = 0;
        while (answered < total && System.nanoTime() < due[total - 1] + TIMEOUT) {
            for (; sent < total && !idle.isEmpty() && due[sent] <= System.nanoTime(); sent++) {
                idle.pop().send(requests.apply(sent), sent);
            }
            selector.select(1);
            for (var key : selector.selectedKeys()) {
                var connection = (Connection) key.attachment();
                if (connection.isComplete()) {
                    if (connection.status() < 400) {
                        nanos[connection.index()] = System.nanoTime() - due[connection.index()];
                    }
                    answered++;
                    idle.push(connection);
                }
            }
            selector.selectedKeys().clear();
        }
        return nanos;
    }
}
