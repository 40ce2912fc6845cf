package dev.solecast.http;

import io.vertx.core.Vertx;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Ends a request that takes too long, however many statements it is made of: its virtual thread is interrupted, which
 * closes the connection it waits for, so that nothing more of it is carried out.
 *
 * <p>What may take long is left alone: work on a worker thread ({@code @Blocking}), and what {@link MayWait}.
 */
class Deadline {

    private static final String PROPERTY = Deadline.class.getName();

    private final Vertx vertx;
    private final long milliseconds;

    Deadline(Vertx vertx, RequestSettings settings) {
        this.vertx = vertx;
        this.milliseconds = settings.deadline().toMillis();
    }

    @ServerRequestFilter(priority = Integer.MIN_VALUE)
    void begin(ContainerRequestContext request, ResourceInfo resource) {
        if (Thread.currentThread().isVirtual() && !resource.getResourceMethod().isAnnotationPresent(MayWait.class)) {
            var work = new Work(Thread.currentThread());
            work.timer = vertx.setTimer(milliseconds, timer -> work.interrupt());
            request.setProperty(PROPERTY, work);
        }
    }

    @ServerResponseFilter
    void end(ContainerRequestContext request) {
        if (request.getProperty(PROPERTY) instanceof Work work) {
            vertx.cancelTimer(work.timer);
            work.end();
        }
    }

    /** What one thread does for one request; it is interrupted before its end or not at all. */
    private static final class Work {

        private final Thread thread;
        private long timer;
        private boolean ended;

        Work(Thread thread) {
            this.thread = thread;
        }

        synchronized void interrupt() {
            if (!ended) {
                thread.interrupt();
            }
        }

        /** The answer is written by the same thread, which must not be interrupted any more. */
        synchronized void end() {
            ended = true;
            Thread.interrupted();
        }
    }
}
