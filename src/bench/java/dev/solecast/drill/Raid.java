package dev.solecast.drill;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/** One run of an attack: where it goes, how long, and what it was answered. */
final class Raid implements AutoCloseable {

    /** The status of a request that was not answered. */
    static final int NONE = 0;

    private static final int TIMEOUT_MILLIS = 20_000;

    /** The shortest pause after a refusal. */
    private static final long PAUSE_NANOS = 200_000_000;

    /** A hundred refused requests a second in all, because they cost the attackers' machine, which is the service's too. */
    private static final long NANOS_PER_REFUSAL = 10_000_000;

    private final InetSocketAddress service;
    private final Map<String, String> keys;
    private final int sources;
    private final long end;
    private final Map<Integer, LongAdder> answers = new ConcurrentSkipListMap<>();
    private final LongAdder workers = new LongAdder();
    private final Queue<Closeable> resources = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param keys API keys by role
     * @param sources the number of addresses
     */
    Raid(InetSocketAddress service, Map<String, String> keys, int sources, int seconds) {
        this.service = service;
        this.keys = keys;
        this.sources = sources;
        this.end = System.nanoTime() + seconds * 1_000_000_000L;
    }

    /**
     * Runs work again and again, each time on a new connection, until the end.
     *
     * @param delayMillis before it begins
     */
    void repeat(InetAddress source, int receiveBuffer, int delayMillis, Work work) {
        workers.increment();
        threads.execute(() -> {
            LockSupport.parkNanos(delayMillis * 1_000_000L);
            while (!isOver()) {
                try (var connection = connect(source, receiveBuffer)) {
                    while (!isOver()) {
                        work.on(connection);
                    }
                } catch (IOException e) {
                    count(NONE);
                    pause();
                }
            }
        });
    }

    /** Opens a connection that waits a while for answers. */
    HttpConnection connect(InetAddress source, int receiveBuffer) throws IOException {
        var connection = new HttpConnection(service, source, receiveBuffer);
        connection.timeout(TIMEOUT_MILLIS);
        return connection;
    }

    /** Closes something when the raid is over. */
    void atEnd(Closeable resource) {
        resources.add(resource);
    }

    /** Counts an answer, and makes a pause after a refusal. */
    void count(int status) {
        answers.computeIfAbsent(status, unknown -> new LongAdder()).increment();
        if (status == 429 || status >= 500) {
            pause();
        }
    }

    void pause() {
        long pause = Math.max(PAUSE_NANOS, workers.sum() * NANOS_PER_REFUSAL);
        LockSupport.parkNanos(Math.min(pause, Math.max(1, end - System.nanoTime())));
    }

    boolean isOver() {
        return System.nanoTime() > end;
    }

    /** The number of addresses that take part. */
    int sources() {
        return sources;
    }

    /** The header with the key of a role. */
    String key(String role) {
        return "X-API-Key: " + keys.get(role) + "\r\n";
    }

    /** The number of answers by status. */
    Map<Integer, Long> answers() {
        var counts = new TreeMap<Integer, Long>();
        answers.forEach((status, count) -> counts.put(status, count.sum()));
        return counts;
    }

    /** Ends what is still under way. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
        for (var resource : resources) {
            try {
                resource.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A part of an attack, on one connection. */
    interface Work {
        void on(HttpConnection connection) throws IOException;
    }
}
