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

/** The streams that this node serves: how many for whom, and their end with the service. */
@Singleton
class ChangeStreams {

    private static final String RETRY_AFTER_SECONDS = "30";

    private final StreamSettings settings;
    private final Vertx vertx;
    private final Duration delay;
    private final Set<ChangeStream> open = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private boolean closing;

    ChangeStreams(
            StreamSettings settings,
            Vertx vertx,
            @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
        this.settings = settings;
        this.vertx = vertx;
        this.delay = delay.orElse(Duration.ZERO);
    }

    /**
     * Serves one until its reader goes, falls behind, or the service stops.
     *
     * @param reader whose it is: a key, or an address
     * @throws Problem 429 or 503 if there are too many
     */
    void serve(ChangeFollower follower, String reader, HttpServerRequest request) {
        var stream = new ChangeStream(follower, request, settings);
        enter(stream, reader, request.response());
        try {
            stream.run();
        } finally {
            leave(stream, reader);
        }
    }

    /** How many there are just now. */
    synchronized int count() {
        return open.size();
    }

    private synchronized void enter(ChangeStream stream, String reader, HttpServerResponse response) {
        if (closing || open.size() >= settings.most()) {
            response.putHeader("Retry-After", RETRY_AFTER_SECONDS);
            throw Problem.of(
                    ProblemCode.UNAVAILABLE,
                    "This node serves as many streams as it can. Try again in " + RETRY_AFTER_SECONDS
                            + " seconds, or ask /v1/changes with wait.");
        }
        if (counts.getOrDefault(reader, 0) >= settings.mostEach()) {
            response.putHeader("Retry-After", RETRY_AFTER_SECONDS);
            throw Problem.of(
                    ProblemCode.TOO_MANY_REQUESTS,
                    settings.mostEach() + " streams at once are allowed for one key, or for one address without a key."
                            + " Close one first; one stream can tell of many brands.");
        }
        open.add(stream);
        counts.merge(reader, 1, Integer::sum);
    }

    private synchronized void leave(ChangeStream stream, String reader) {
        open.remove(stream);
        counts.computeIfPresent(reader, (same, count) -> count == 1 ? null : count - 1);
    }

    /** Not before the delay is over, in which a load balancer notices that this node will stop. */
    void announced(@Observes ShutdownDelayInitiatedEvent event) {
        vertx.setTimer(Math.max(1, delay.toMillis()), timer -> close());
    }

    private synchronized void close() {
        closing = true;
        open.forEach(ChangeStream::stop);
    }
}
