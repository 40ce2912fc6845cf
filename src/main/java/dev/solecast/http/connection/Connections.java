package dev.solecast.http.connection;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.quarkus.arc.Unremovable;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * All open connections. Bounds their number and the bytes that wait for their readers, per address and in all: where a
 * bound is exceeded, the reader that has taken nothing for longest is dropped, and only that of an address which holds
 * more than others.
 */
@Singleton
@Unremovable
class Connections {

    /** The time between two looks at all connections, in milliseconds. */
    static final long INTERVAL = 1_000;

    /** The most refused connections that stay open until their clients have read so; others are closed at once. */
    private static final int MAX_LINGERING = 500;

    private final Set<ConnectionGuard> open = ConcurrentHashMap.newKeySet();
    private final Map<String, NetworkLoad> networks = new HashMap<>();
    private final Semaphore lingering = new Semaphore(MAX_LINGERING);
    private final ConnectionSettings settings;
    private final EarlyRefusal refusal;
    private final MeterRegistry meters;
    private final Vertx vertx;
    private final boolean behindProxy;
    private final long timer;
    private volatile long looks = 1;
    private long unread;
    private int waiting;

    Connections(
            ConnectionSettings settings,
            EarlyRefusal refusal,
            MeterRegistry meters,
            Vertx vertx,
            @ConfigProperty(name = "solecast.trusted-proxies") Optional<String> proxies) {
        this.settings = settings;
        this.refusal = refusal;
        this.meters = meters;
        this.vertx = vertx;
        this.behindProxy = proxies.isPresent();
        this.timer = vertx.setPeriodic(INTERVAL, passed -> look());
        meters.gauge("solecast.connections.open", open, Set::size);
        meters.gauge("solecast.connections.unread", this, Connections::unread);
    }

    private void look() {
        looks = Math.max(1, looks + 1);
        open.forEach(ConnectionGuard::checkLater);
    }

    /** The number of looks at all connections so far, which is a clock that costs nothing. */
    long looks() {
        return looks;
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    ConnectionSettings settings() {
        return settings;
    }

    EarlyRefusal refusal() {
        return refusal;
    }

    /**
     * Admits a connection; false if there are too many. Where there are too many from this address, but one of them waits
     * for its next request, that one is closed instead; where there are too many in all, but fewer from this address than
     * from another, one of the latter.
     */
    synchronized boolean admit(ConnectionGuard guard) {
        var network = networks.computeIfAbsent(guard.network(), unknown -> new NetworkLoad());
        network.open.add(guard);
        open.add(guard);
        if (!behindProxy && network.open.size() > settings.perAddress()) {
            var idle = network.findIdle();
            if (idle == null) {
                remove(guard);
                return false;
            }
            remove(idle);
            idle.closeNow();
        }
        if (open.size() > settings.inAll()) {
            var largest = Collections.max(networks.values(), Comparator.comparingInt(each -> each.open.size()));
            if (behindProxy || largest.open.size() <= network.open.size()) {
                remove(guard);
                return false;
            }
            drop(largest.longestIdle(), "connections in all");
        }
        return true;
    }

    /** Whether a connection that was not admitted may stay open until its client has read so; counts it until it closes. */
    boolean mayLinger(Channel refused) {
        boolean may = lingering.tryAcquire();
        if (may) {
            refused.closeFuture().addListener(closed -> lingering.release());
        }
        return may;
    }

    /** Forgets a closed connection; has no effect on one that is not open. */
    synchronized void remove(ConnectionGuard guard) {
        if (open.remove(guard)) {
            set(guard, 0);
            var network = network(guard);
            network.open.remove(guard);
            if (network.open.isEmpty()) {
                networks.remove(guard.network());
            }
        }
    }

    /**
     * Notes how many bytes wait for a reader, and drops readers if these are too many.
     *
     * @param progress whether the reader has taken some since
     */
    synchronized void note(ConnectionGuard guard, long bytes, boolean progress) {
        if (!open.contains(guard)) {
            return;
        }
        if (progress) {
            set(guard, 0);
        }
        set(guard, bytes);
        var own = network(guard);
        while (!behindProxy
                && own.waiting.size() > 1
                && own.unread > settings.unreadPerAddress().asLongValue()) {
            drop(own.waiting.getFirst(), "unread by address");
        }
        while (waiting > 1 && unread > settings.unreadInAll().asLongValue()) {
            var largest = Collections.max(networks.values(), Comparator.comparingLong(network -> network.unread));
            drop(largest.waiting.getFirst(), "unread in all");
        }
    }

    private NetworkLoad network(ConnectionGuard guard) {
        return Objects.requireNonNull(networks.get(guard.network()), "of an open connection");
    }

    private void set(ConnectionGuard guard, long bytes) {
        var network = network(guard);
        long more = bytes - guard.noted();
        unread += more;
        network.unread += more;
        guard.setNoted(bytes);
        if (bytes == 0 ? network.waiting.remove(guard) : network.waiting.add(guard)) {
            waiting += bytes == 0 ? -1 : 1;
        }
    }

    /** Closes a connection at once, without sending what waits. */
    void drop(ConnectionGuard guard, String reason) {
        meters.counter("solecast.connections.dropped", "reason", reason).increment();
        remove(guard);
        guard.abort();
    }

    private synchronized long unread() {
        return unread;
    }
}
