package dev.solecast.http.request;

import dev.solecast.http.ClientNetwork;
import dev.solecast.http.FilterOrder;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.http.problem.ProblemSender;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Bounds the reads that are being computed at the same time, from the first filter after the caches until their answers
 * begin: each has a thread and takes memory even as it waits. Where there are many in all, a read of an address that has
 * several itself is held back, still without a thread, until one of these ends.
 */
@Singleton
class ConcurrencyLimit {

    /** The reads up to which none is held back. */
    private static final int IN_ALL = 64;

    /** The reads of one address (64 bits of IPv6) up to which none is held back. */
    private static final int PER_ADDRESS = 8;

    /** The most that are held back, because each takes some kilobytes; beyond, the oldest of an address is refused. */
    private static final int MAX_HELD = 2_000;

    /** In milliseconds. */
    private static final long CHECK_INTERVAL = 250;

    private static final String ATTRIBUTE = ConcurrencyLimit.class.getName();

    private final Map<String, Network> networks = new HashMap<>();
    private final ProblemSender problemSender;
    private final Vertx vertx;
    private final long patienceNanos;
    private final long timer;
    private int running;
    private int held;

    ConcurrencyLimit(ProblemSender problemSender, Vertx vertx, BulkheadSettings settings) {
        this.problemSender = problemSender;
        this.vertx = vertx;
        this.patienceNanos = settings.patience().toNanos();
        this.timer = vertx.setPeriodic(CHECK_INTERVAL, passed -> refuseLate());
    }

    /** The reads of one address. */
    private static final class Network {
        private final Deque<Read> held = new ArrayDeque<>();
        private int running;
    }

    private enum State {
        HELD,
        RUNNING,
        ENDED
    }

    /** A read, on the event loop of its connection. */
    private static final class Read {
        private final RoutingContext context;
        private final String network;
        private final Context eventLoop;
        private final long since = System.nanoTime();
        private State state = State.HELD;

        Read(RoutingContext context, String network, Context eventLoop) {
            this.context = context;
            this.network = network;
            this.eventLoop = eventLoop;
        }
    }

    void register(@Observes Filters filters) {
        filters.register(this::arrive, FilterOrder.CONCURRENCY);
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    private void arrive(RoutingContext context) {
        var request = context.request();
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            context.next();
            return;
        }
        var read = new Read(context, ClientNetwork.of(request.remoteAddress()).prefix(), vertx.getOrCreateContext());
        context.put(ATTRIBUTE, read);
        context.addHeadersEndHandler(begun -> end(read));
        context.addEndHandler(ended -> end(read));
        if (isAdmitted(read)) {
            context.next();
        }
    }

    /** Counts a request no longer that waits on purpose. */
    void leave(RoutingContext context) {
        if (context.get(ATTRIBUTE) instanceof Read read) {
            end(read);
        }
    }

    private synchronized boolean isAdmitted(Read read) {
        var network = networks.computeIfAbsent(read.network, unknown -> new Network());
        if (hasRoom(network)) {
            start(network, read);
            return true;
        }
        network.held.add(read);
        if (++held > MAX_HELD) {
            refuse(network.held.getFirst());
        }
        return false;
    }

    private boolean hasRoom(Network network) {
        return running < IN_ALL || network.running < PER_ADDRESS;
    }

    private void start(Network network, Read read) {
        read.state = State.RUNNING;
        network.running++;
        running++;
    }

    /** Forgets a read that is answered or whose caller has left, and starts one that was held back. */
    private synchronized void end(Read read) {
        var network = networks.get(read.network);
        if (network == null || read.state == State.ENDED) {
            return;
        }
        if (read.state == State.RUNNING) {
            network.running--;
            running--;
        } else {
            network.held.remove(read);
            held--;
        }
        read.state = State.ENDED;
        if (network.running == 0 && network.held.isEmpty()) {
            networks.remove(read.network);
        }
        if (held > 0) {
            startNext(network);
        }
    }

    private void startNext(Network freed) {
        var next = freed.held.isEmpty()
                ? networks.values().stream()
                        .filter(network -> !network.held.isEmpty())
                        .min(Comparator.comparingInt(network -> network.running))
                        .orElseThrow()
                : freed;
        if (hasRoom(next)) {
            var read = next.held.remove();
            held--;
            start(next, read);
            read.eventLoop.runOnContext(started -> read.context.next());
        }
    }

    private synchronized void refuseLate() {
        if (held > 0) {
            long latest = System.nanoTime() - patienceNanos;
            List.copyOf(networks.values()).forEach(network -> {
                while (!network.held.isEmpty() && network.held.getFirst().since - latest < 0) {
                    refuse(network.held.getFirst());
                }
            });
        }
    }

    /** The number of reads that are held back. */
    synchronized int held() {
        return held;
    }

    /** Closes the connection as well, so that requests that were sent ahead cost nothing. */
    private void refuse(Read read) {
        end(read);
        var seconds = Integer.toString(Workload.READ.retryAfter());
        var problem = Problem.of(
                ProblemCode.UNAVAILABLE,
                "This node computes as many answers as it can, " + PER_ADDRESS + " of them for you. Try again in "
                        + seconds + " seconds.");
        read.eventLoop.runOnContext(refused -> {
            if (!read.context.response().closed()) {
                ProblemSender.closeConnection(read.context);
                problemSender.send(read.context, problem, Map.of("Retry-After", seconds));
            }
        });
    }
}
