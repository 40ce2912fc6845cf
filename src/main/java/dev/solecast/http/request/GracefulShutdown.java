package dev.solecast.http.request;

import dev.solecast.http.FilterOrder;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.http.problem.ProblemSender;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets jobs run only after the service has started, and admits neither jobs nor requests once shutdown has begun, while
 * running ones finish. Otherwise jobs could run against beans that a failed start has already closed, and busy
 * keep-alive clients would delay shutdown until the timeout.
 */
@Singleton
class GracefulShutdown {

    private final Vertx vertx;
    private final Scheduler jobs;
    private final ProblemSender problemSender;
    private final Duration delay;
    private volatile boolean closing;

    GracefulShutdown(
            Vertx vertx,
            Scheduler jobs,
            ProblemSender problemSender,
            @ConfigProperty(name = "quarkus.shutdown.delay") Optional<Duration> delay) {
        this.vertx = vertx;
        this.jobs = jobs;
        this.problemSender = problemSender;
        this.delay = delay.orElse(Duration.ZERO);
    }

    /** Runs after all other observers, because any of them may refuse to start. */
    void started(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) {
        if (jobs.isStarted()) {
            jobs.resume();
        }
    }

    /** Refuses requests only after the delay, in which load balancers notice that the service is not ready. */
    void announced(@Observes ShutdownDelayInitiatedEvent event) {
        if (jobs.isRunning()) {
            jobs.pause();
        }
        if (delay.isZero()) {
            closing = true;
        } else {
            vertx.setTimer(delay.toMillis(), timer -> closing = true);
        }
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.SHUTDOWN);
    }

    private void check(RoutingContext context) {
        if (!closing) {
            context.next();
            return;
        }
        ProblemSender.closeConnection(context);
        problemSender.send(
                context,
                Problem.of(ProblemCode.UNAVAILABLE, "The service is stopping. Try again in 5 seconds."),
                Map.of("Retry-After", "5"));
    }
}
