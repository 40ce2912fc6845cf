package dev.solecast.change.stream;

import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The streams that this node serves: limits their number in all and for each client, and stops them at shutdown. */
@Singleton
class ChangeStreams {

    private static final String RETRY_AFTER_SECONDS = "30";

    private final StreamSettings settings;
    private final Vertx vertx;
    private final Duration shutdownDelay;
    private final Set<ChangeStream> open = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();
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
     * Serves one stream until its client disconnects or falls behind, or the service stops.
     *
     * @param client the key or address that the stream counts for
     * @throws Problem 429 or 503 if there are too many
     */
    void serve(ChangeFollower follower, String client, HttpServerRequest request) {
        var stream = new ChangeStream(follower, request, settings);
        register(stream, client, request.response());
        try {
            stream.run();
        } finally {
            unregister(stream, client);
        }
    }

    /** The number of open streams. */
    synchronized int count() {
        return open.size();
    }

    private synchronized void register(ChangeStream stream, String client, HttpServerResponse response) {
        if (closing || open.size() >= settings.most()) {
            response.putHeader("Retry-After", RETRY_AFTER_SECONDS);
            throw Problem.of(
                    ProblemCode.UNAVAILABLE,
                    "This node serves as many streams as it can. Try again in " + RETRY_AFTER_SECONDS
                            + " seconds, or ask /v1/changes with wait.");
        }
        if (counts.getOrDefault(client, 0) >= settings.mostEach()) {
            response.putHeader("Retry-After", RETRY_AFTER_SECONDS);
            throw Problem.of(
                    ProblemCode.TOO_MANY_REQUESTS,
                    settings.mostEach() + " streams at once are allowed for one key, or for one address without a key."
                            + " Close one first; one stream can tell of many brands.");
        }
        open.add(stream);
        counts.merge(client, 1, Integer::sum);
    }

    private synchronized void unregister(ChangeStream stream, String client) {
        open.remove(stream);
        counts.computeIfPresent(client, (key, count) -> count == 1 ? null : count - 1);
    }

    /** Closes the streams when the shutdown delay is over, in which load balancers notice that this node will stop. */
    void closeAfterDelay(@Observes ShutdownDelayInitiatedEvent event) {
        vertx.setTimer(Math.max(1, shutdownDelay.toMillis()), timer -> close());
    }

    private synchronized void close() {
        closing = true;
        open.forEach(ChangeStream::stop);
    }
}
