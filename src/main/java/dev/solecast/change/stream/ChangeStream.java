package dev.solecast.change.stream;

import dev.solecast.http.problem.AbortedResponse;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * One stream of server-sent events, written by one thread. The next events are read only after the last ones have been
 * sent, so a slow client takes no memory. A client that takes nothing for too long is disconnected, and can resume.
 */
final class ChangeStream {

    private static final Logger LOG = Logger.getLogger(ChangeStream.class);
    /** So few that the changes of thousands of streams that catch up fit into the smallest heap. */
    private static final int BATCH = 20;

    private static final String HEARTBEAT = ":\n\n";
    private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final StreamSettings settings;
    private final Thread thread = Thread.currentThread();
    /** The last sequence number sent to the client. */
    private long lastSent;

    private long lastWrite;

    private boolean waiting;
    private boolean stopping;

    ChangeStream(HttpServerRequest request, StreamSettings settings) {
        this.request = request;
        this.response = request.response();
        this.settings = settings;
    }

    private void prepare() {
        response.putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                // Otherwise proxies may buffer the events.
                .putHeader("X-Accel-Buffering", "no");
    }

    /** Stops the stream soon; called from another thread. */
    synchronized void stop() {
        stopping = true;
        if (waiting) {
            thread.interrupt();
        }
    }

    /** Sends what a follower reads; to HEAD only the headers of the stream. */
    void run(ChangeFollower follower) {
        prepare();
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end().toCompletionStage().toCompletableFuture().join();
            return;
        }
        response.closeHandler(gone -> stop()).exceptionHandler(failed -> stop()).setChunked(true);
        try {
            write("retry: 2000\n" + reachedEvent(follower));
            while (true) {
                sendNext(follower);
            }
        } catch (TimeoutException e) {
            LOG.debug("A stream was dropped, because its reader took nothing any more");
            AbortedResponse.abort(request);
        } catch (InterruptedException | ExecutionException e) {
            LOG.debug("A stream has ended");
        }
        if (!response.ended() && !response.closed()) {
            response.end();
        }
    }

    private void sendNext(ChangeFollower follower) throws InterruptedException, ExecutionException, TimeoutException {
        String events;
        try {
            events = nextEvents(follower);
        } catch (RuntimeException e) {
            // The stream outlives a database outage, because the client could only reconnect.
            LOG.debug("The log cannot be read just now", e);
            interruptibly(() -> TimeUnit.NANOSECONDS.sleep(RETRY_DELAY.toNanos()));
            write(HEARTBEAT);
            return;
        }
        if (!events.isEmpty()) {
            write(events);
            return;
        }
        var untilHeartbeat = settings.heartbeat().minusNanos(System.nanoTime() - lastWrite);
        if (untilHeartbeat.isPositive()) {
            interruptibly(() -> follower.await(untilHeartbeat));
        } else {
            write(follower.reached() > lastSent ? reachedEvent(follower) : HEARTBEAT);
        }
    }

    /** The next changes as events, empty if there are none; only this text is held while the client reads it. */
    private String nextEvents(ChangeFollower follower) {
        var text = new StringBuilder();
        for (var change : follower.next(BATCH)) {
            text.append("id: ").append(change.sequence());
            text.append("\nevent: ").append(change.view().kind());
            text.append("\ndata: ").append(change.json()).append("\n\n");
            lastSent = change.sequence();
        }
        return text.toString();
    }

    /** An event with the sequence number reached, if no change up to it matched. */
    private String reachedEvent(ChangeFollower follower) {
        lastSent = follower.reached();
        return "id: " + lastSent + "\nevent: reached\ndata: {\"place\":" + lastSent + "}\n\n";
    }

    private void write(String text) throws InterruptedException, ExecutionException, TimeoutException {
        var written = response.write(Buffer.buffer(text)).toCompletionStage().toCompletableFuture();
        lastWrite = System.nanoTime();
        interruptibly(() -> written.get(settings.patience().toNanos(), TimeUnit.NANOSECONDS));
    }

    /** Allows interruption only while the stream waits: during a read it would cost a connection to the database. */
    private void interruptibly(Wait wait) throws InterruptedException, ExecutionException, TimeoutException {
        setWaiting(true);
        try {
            wait.run();
        } finally {
            setWaiting(false);
        }
    }

    private synchronized void setWaiting(boolean value) throws InterruptedException {
        waiting = value;
        if (stopping) {
            waiting = false;
            Thread.interrupted();
            throw new InterruptedException("This stream was stopped");
        }
    }

    /** A wait that can be interrupted. */
    private interface Wait {
        void run() throws InterruptedException, ExecutionException, TimeoutException;
    }
}
