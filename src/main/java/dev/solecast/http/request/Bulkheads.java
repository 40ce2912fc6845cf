package dev.solecast.http.request;

import dev.solecast.http.ClientNetwork;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The places for requests on this node, by kind of work. Together they are fewer than the connections to the database, so
 * that whoever has a place finds a connection at once, and one caller or one kind of work never takes them all.
 */
@ApplicationScoped
public class Bulkheads {

    /** Connections that requests never use: one follows the log, the others are for jobs and deliveries. */
    private static final int OTHER_CONNECTIONS = 4;

    /**
     * In milliseconds. Callers who leave are polled for, because a streamed answer replaces the handlers of its response,
     * and what it writes to a closed connection is lost without an error.
     */
    private static final long CHECK_INTERVAL = 250;

    private final Map<Workload, Bulkhead> bulkheads;
    private final Map<Workload, Integer> places;
    private final Duration patience;
    private final Vertx vertx;
    private final CurrentVertxRequest current;
    private final CurrentIdentityAssociation identities;

    Bulkheads(
            BulkheadSettings settings,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections,
            Vertx vertx,
            CurrentVertxRequest current,
            CurrentIdentityAssociation identities) {
        this.places = Arrays.stream(Workload.values()).collect(Collectors.toMap(Function.identity(), settings::places));
        int all = places.values().stream().mapToInt(Integer::intValue).sum();
        if (all > connections - OTHER_CONNECTIONS) {
            throw new IllegalStateException("The places for requests, solecast.bulkheads.*, are " + all + " of "
                    + connections + " database connections (quarkus.datasource.jdbc.max-size). Leave at least "
                    + OTHER_CONNECTIONS + " to other work.");
        }
        this.bulkheads = new EnumMap<>(Workload.class);
        places.forEach((work, count) ->
                bulkheads.put(work, new Bulkhead(count, work.costly(count), work.perCaller(), System::nanoTime)));
        this.patience = settings.patience();
        this.vertx = vertx;
        this.current = current;
        this.identities = identities;
    }

    /** Makes the service refuse to start, rather than to work, with too many places. */
    void started(@Observes StartupEvent event) {}

    /** A place, free again once it is closed; may be closed by another thread, and more than once. */
    public static final class Permit implements AutoCloseable {

        private final Runnable leaving;
        private final @Nullable InterruptibleWork work;
        private final AtomicBoolean closed = new AtomicBoolean();

        Permit(Runnable leaving, @Nullable InterruptibleWork work) {
            this.leaving = leaving;
            this.work = work;
        }

        @Override
        public void close() {
            if (closed.compareAndSet(false, true)) {
                leaving.run();
                if (work != null) {
                    work.end();
                }
            }
        }
    }

    /**
     * Takes a place for the current request. Where work ends with its caller, this thread is interrupted if the caller
     * leaves; which also closes the database connection on which it waits, if it is a virtual one.
     *
     * @param price in tokens
     * @throws Problem 429 if its caller has all of its own places, 503 if the node has no place, each after some waiting
     */
    public Permit enter(Workload work, int price) {
        var context = current.getCurrent();
        var caller =
                ClientNetwork.orKey(identities.getIdentity(), context.request().remoteAddress());
        var bulkhead = Objects.requireNonNull(bulkheads.get(work));
        Bulkhead.Ticket ticket;
        try {
            ticket = bulkhead.enter(caller, price, patience);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused(work, ProblemCode.UNAVAILABLE, "The request took too long. Try again.");
        }
        switch (ticket.outcome()) {
            case ENTERED -> {}
            case CALLER_FULL ->
                throw refused(
                        work,
                        ProblemCode.TOO_MANY_REQUESTS,
                        "This node works on at most " + work.perCaller() + " of your " + work.plural()
                                + " at a time. Wait for the answer to the one before, then ask again.");
            case NODE_FULL ->
                throw refused(
                        work,
                        ProblemCode.UNAVAILABLE,
                        "This node works on at most " + places.get(work) + " " + work.plural()
                                + " at a time. Try again in " + work.retryAfter() + " seconds.");
        }
        if (!work.endsWithCaller()) {
            return new Permit(() -> bulkhead.leave(ticket), null);
        }
        var interruptible = new InterruptibleWork();
        var timer = vertx.setPeriodic(CHECK_INTERVAL, passed -> {
            if (context.response().closed() && !context.response().ended()) {
                interruptible.interrupt();
            }
        });
        return new Permit(
                () -> {
                    vertx.cancelTimer(timer);
                    bulkhead.leave(ticket);
                },
                interruptible);
    }

    private static Problem refused(Workload work, ProblemCode code, String detail) {
        return Problem.passing(code, work.retryAfter(), detail);
    }
}
