package dev.solecast.change.stream;

import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The streams that this node serves: limits their number in all and for each client, and stops them at shutdown. When
 * all places are taken, a client with fewer streams takes one over from the client with most, so that many streams of
 * few clients never shut out the others.
 */
@Singleton
class ChangeStreams {

    private static final int RETRY_AFTER_SECONDS = 30;
    /** The most streams that begin at once, because each looks at the database and no deadline ends its wait for it. */
    private static final int STARTS = 2;

    private final StreamSettings settings;
    private final Vertx vertx;
    private final Duration shutdownDelay;
    private final Semaphore starts = new Semaphore(STARTS, true);
    /** The open streams of each client, the newest last. */
    private final Map<String, Deque<ChangeStream>> open = new HashMap<>();

    private int count;
    private boolean closing;

    ChangeStreams(
            StreamSettings settings,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> shutdownDelay) {
        this.settings = settings;
        this.vertx = vertx;
        this.shutdownDelay = shutdownDelay.orElse(Duration.ZERO);
    }

    /**
     * Serves one stream until its client disconnects or falls behind, or the service stops. It has a place before it
     * uses the database, so that streams which are refused cost others nothing.
     *
     * @param start finds the place in the log
     * @param client the key or address that the stream counts for
     * @throws Problem 429 or 503 if there are too many
     */
    void serve(Supplier<ChangeFollower> start, String client, HttpServerRequest request) {
        var stream = new ChangeStream(request, settings);
        register(stream, client);
        try {
            stream.run(begin(start));
        } finally {
            unregister(stream, client);
        }
    }

    private ChangeFollower begin(Supplier<ChangeFollower> start) {
        starts.acquireUninterruptibly();
        try {
            return start.get();
        } finally {
            starts.release();
        }
    }

    /** The number of open streams. */
    synchronized int count() {
        return count;
    }

    private synchronized void register(ChangeStream stream, String client) {
        var own = open.containsKey(client) ? open.get(client).size() : 0;
        if (own >= settings.mostEach()) {
            throw Problem.passing(
                    ProblemCode.TOO_MANY_REQUESTS,
                    RETRY_AFTER_SECONDS,
                    settings.mostEach() + " streams at once are allowed for one key, or for one address without a key."
                            + " Close one first; one stream can tell of many brands.");
        }
        if (closing || (count >= settings.most() && !takeOver(own))) {
            throw Problem.passing(
                    ProblemCode.UNAVAILABLE,
                    RETRY_AFTER_SECONDS,
                    "This node serves as many streams as it can. Try again in " + RETRY_AFTER_SECONDS
                            + " seconds, or ask /v1/changes with wait.");
        }
        open.computeIfAbsent(client, key -> new ArrayDeque<>()).add(stream);
        count++;
    }

    /** Ends the newest stream of the client with most; false if it would then have fewer than the new stream's. */
    private boolean takeOver(int own) {
        var most = open.entrySet().stream()
                .max(Comparator.comparingInt(client -> client.getValue().size()))
                .filter(client -> client.getValue().size() >= own + 2);
        most.ifPresent(client -> {
            var newest = client.getValue().getLast();
            newest.stop();
            unregister(newest, client.getKey());
        });
        return most.isPresent();
    }

    /** Frees the place of a stream, unless another one has taken it over. */
    private synchronized void unregister(ChangeStream stream, String client) {
        var streams = open.get(client);
        if (streams != null && streams.remove(stream)) {
            count--;
            if (streams.isEmpty()) {
                open.remove(client);
            }
        }
    }

    /** Closes the streams when the shutdown delay is over, in which load balancers notice that this node will stop. */
    void closeAfterDelay(@Observes ShutdownDelayInitiatedEvent event) {
        vertx.setTimer(Math.max(1, shutdownDelay.toMillis()), timer -> close());
    }

    private synchronized void close() {
        closing = true;
        open.values().stream().flatMap(Collection::stream).forEach(ChangeStream::stop);
    }
}
