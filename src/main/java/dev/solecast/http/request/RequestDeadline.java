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
 * Ends a request that takes too long, however many statements it is made of: its virtual thread is interrupted, which
 * closes the connection it waits for, so that nothing more of it is carried out.
 *
 * <p>What may take long is left alone: work on a worker thread ({@code @Blocking}), and what {@link NoDeadline}.
 */
public class RequestDeadline {

    private static final String PROPERTY = RequestDeadline.class.getName();

    /** In milliseconds. Whoever is late is looked for; a timer for each request would wake an event loop twice for it. */
    private static final long EVERY = 50;

    private final Set<Work> underway = ConcurrentHashMap.newKeySet();
    private final Vertx vertx;
    private final Duration longest;
    private final long timer;

    RequestDeadline(Vertx vertx, RequestSettings settings) {
        this.vertx = vertx;
        this.longest = settings.deadline();
        this.timer = vertx.setPeriodic(EVERY, passed -> interruptWhatIsLate());
    }

    private void interruptWhatIsLate() {
        long begun = System.nanoTime() - longest.toNanos();
        underway.removeIf(work -> work.interruptIfBegunBefore(begun));
    }

    @PreDestroy
    void stop() {
        vertx.cancelTimer(timer);
    }

    @ServerRequestFilter(priority = FilterOrder.DEADLINE)
    void begin(ContainerRequestContext request, ResourceInfo resource) {
        if (Thread.currentThread().isVirtual() && !resource.getResourceMethod().isAnnotationPresent(NoDeadline.class)) {
            var work = new Work(Thread.currentThread());
            underway.add(work);
            request.setProperty(PROPERTY, work);
        }
    }

    @ServerResponseFilter
    void end(ContainerRequestContext request) {
        if (request.getProperty(PROPERTY) instanceof Work work) {
            underway.remove(work);
            work.end();
        }
    }

    /** What one thread does for one request; it is interrupted before its end or not at all. */
    private static final class Work {

        private final Thread thread;
        private final long begun = System.nanoTime();
        private boolean ended;

        Work(Thread thread) {
            this.thread = thread;
        }

        synchronized boolean interruptIfBegunBefore(long time) {
            boolean late = begun - time < 0;
            if (late && !ended) {
                thread.interrupt();
            }
            return late;
        }

        /** The answer is written by the same thread, which must not be interrupted any more. */
        synchronized void end() {
            ended = true;
            Thread.interrupted();
        }
    }
}
