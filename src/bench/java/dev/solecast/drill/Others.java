package dev.solecast.drill;

import dev.solecast.bench.Latencies;
import dev.solecast.bench.Names;
import dev.solecast.bench.Sleeper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Callers who are not attackers: from ten addresses, each within its quota, they ask for the first page, for releases
 * that nobody has asked for, and search. Requests are sent when they are due, however slow the service is.
 */
final class Others {

    private static final int ADDRESSES = 10;
    private static final int PER_SECOND = 24;
    private static final int TIMEOUT_MILLIS = 10_000;

    private final InetSocketAddress service;
    private final List<String> releases;
    private final AtomicInteger next = new AtomicInteger();

    /**
     * The answers that they got.
     *
     * @param refusals the numbers of other answers than 200, by status
     */
    record Experience(int requests, Map<Integer, Long> refusals, Latencies latencies) {

        long refused() {
            return refusals.values().stream().mapToLong(Long::longValue).sum();
        }

        double refusedShare() {
            return (double) refused() / requests;
        }
    }

    /** @param releases slugs of releases, of which none is asked for twice before all were */
    Others(InetSocketAddress service, List<String> releases) {
        this.service = service;
        this.releases = releases;
    }

    Experience during(int seconds) {
        int total = PER_SECOND * seconds;
        var nanos = new long[total];
        var statuses = new int[total];
        List<Deque<HttpConnection>> idle = new ArrayList<>();
        for (var address = 0; address < ADDRESSES; address++) {
            idle.add(new ConcurrentLinkedDeque<>());
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            for (var i = 0; i < total; i++) {
                long due = begin + i * 1_000_000_000L / PER_SECOND;
                Sleeper.until(due);
                int request = i;
                threads.execute(() -> {
                    statuses[request] = get(request % ADDRESSES, idle.get(request % ADDRESSES));
                    nanos[request] = System.nanoTime() - due;
                });
            }
        }
        idle.forEach(connections -> connections.forEach(HttpConnection::close));
        var refusals = new TreeMap<Integer, Long>();
        for (var i = 0; i < total; i++) {
            if (statuses[i] != 200) {
                refusals.merge(statuses[i], 1L, Long::sum);
                nanos[i] = Latencies.NEVER;
            }
        }
        return new Experience(total, refusals, Latencies.of(nanos));
    }

    private int get(int address, Deque<HttpConnection> idle) {
        var path = path();
        var kept = idle.poll();
        try {
            var connection = kept == null ? connect(address) : kept;
            var status = connection.get(path);
            if (!connection.isClosed()) {
                idle.push(connection);
            }
            return status;
        } catch (IOException e) {
            if (kept == null) {
                return Raid.NONE;
            }
            kept.close();
            // As a browser does when a connection that it had kept turns out to be closed.
            try (var fresh = connect(address)) {
                return fresh.get(path);
            } catch (IOException again) {
                return Raid.NONE;
            }
        }
    }

    private HttpConnection connect(int address) throws IOException {
        var connection = new HttpConnection(service, loopback(200, address + 1), 0);
        connection.timeout(TIMEOUT_MILLIS);
        return connection;
    }

    private String path() {
        int i = next.getAndIncrement();
        return switch (i % 3) {
            case 0 -> "/v1/releases/upcoming";
            case 1 -> "/v1/releases/" + releases.get(i / 3 % releases.size());
            default ->
                "/v1/search?q="
                        + Names.slug(Names.BRANDS.get(i / 3 % Names.BRANDS.size()))
                                .replace("-", "%20") + "%20"
                        + Names.slug(Names.MODELS.get(i / 120 % Names.MODELS.size())) + "%20" + (100 + i / 3 % 300);
        };
    }

    /** The address 127.0.net.host. */
    static InetAddress loopback(int net, int host) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, (byte) net, (byte) host});
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
