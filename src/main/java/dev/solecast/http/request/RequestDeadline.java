package dev.solecast.http.request;

import dev.solecast.http.FilterOrder;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Ends a request that takes too long, however many statements it executes: its virtual thread is interrupted, which
 * closes the connection on which it waits, so that no more of its work is done.
 *
 * <p>Work on a worker thread ({@code @Blocking}) and methods with {@link NoDeadline} have no deadline.
 */
public class RequestDeadline {

    private static final String PROPERTY = RequestDeadline.class.getName();

    /**
     * In milliseconds. Late requests are polled for, because a timer for each would wake an event loop twice per
     * request.
     */
    private static final long CHECK_INTERVAL = 50;

    private final Set<InterruptibleWork> running = ConcurrentHashMap.newKeySet();
    private final Vertx vertx;
    private final Duration deadline;
    private final long timer;

    RequestDeadline(Vertx vertx, RequestSettings settings) {
        this.vertx = vertx;
        this.deadline = settings.deadline();
        this.timer = vertx.setPeriodic(CHECK_INTERVAL, passed -> interruptLateWork());
    }

    private void interruptLateWork() {
        long latest = System.nanoTime() - deadline.toNanos();
        running.removeIf(work -> work.interruptIfStartedBefore(latest));
    }

    /** Whether the current request, of this method, has a deadline. */
    static boolean appliesTo(ResourceInfo resource) {
        return Thread.currentThread().isVirtual()
                && !resource.getResourceMethod().isAnnotationPresent(NoDeadline.class);
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    @ServerRequestFilter(priority = FilterOrder.DEADLINE)
    void begin(ContainerRequestContext request, ResourceInfo resource) {
        if (appliesTo(resource)) {
            var work = new InterruptibleWork();
            running.add(work);
            request.setProperty(PROPERTY, work);
        }
    }

    @ServerResponseFilter
    void end(ContainerRequestContext request) {
        if (request.getProperty(PROPERTY) instanceof InterruptibleWork work) {
            running.remove(work);
            work.end();
        }
    }
}
