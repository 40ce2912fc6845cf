package dev.solecast.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses new requests once the service has been told to end, while those in flight are finished: with the framework
 * alone, callers who never pause would keep it open until its time is up.
 */
@Singleton
class ClosingTime {

    private static final int BEFORE_THE_REFUSALS = 1_250;

    private final Vertx vertx;
    private final ObjectMapper json;
    private final Duration delay;
    private volatile boolean closing;

    ClosingTime(
            Vertx vertx, ObjectMapper json, @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
        this.vertx = vertx;
        this.json = json;
        this.delay = delay.orElse(Duration.ZERO);
    }

    /** Not before the delay is over, which is there for load balancers to notice that the service is not ready. */
    void announced(@Observes ShutdownDelayInitiatedEvent event) {
        if (delay.isZero()) {
            closing = true;
        } else {
            vertx.setTimer(delay.toMillis(), timer -> closing = true);
        }
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_THE_REFUSALS);
    }

    private void check(RoutingContext context) {
        if (!closing) {
            context.next();
            return;
        }
        var problem =
                ProblemView.of(ProblemCode.UNAVAILABLE, "The service is stopping. Try again in 5 seconds.", List.of());
        try {
            context.response()
                    .setStatusCode(problem.status())
                    .putHeader("Content-Type", ProblemMappers.MEDIA_TYPE)
                    .putHeader("Cache-Control", "no-store")
                    .putHeader("Retry-After", "5")
                    .putHeader("Connection", "close")
                    .end(json.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
