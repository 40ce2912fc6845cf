package dev.solecast.change.stream;

import dev.solecast.change.LoggedChange;
import dev.solecast.http.problem.AbortedResponse;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * One stream of server-sent events, written by one thread. The next events are read only when the last ones are out, so
 * a slow reader takes no memory; one who takes nothing for too long is dropped, and goes on where it was.
 */
final class ChangeStream {

    private static final Logger LOG = Logger.getLogger(ChangeStream.class);
    private static final int AT_ONCE = 100;
    private static final int LONGEST_WRITE = 65_536;
    private static final String HEARTBEAT = ":\n\n";
    private static final Duration UNTIL_TRIED_AGAIN = Duration.ofSeconds(1);

    private final ChangeFollower follower;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final StreamSettings settings;
    private final Thread thread = Thread.currentThread();
    /** The place that the reader knows. */
    private long told;

    private long lastWrite;

    private boolean waiting;
    private boolean stopping;

    ChangeStream(ChangeFollower follower, HttpServerRequest request, StreamSettings settings) {
        this.follower = follower;
        this.request = request;
        this.response = request.response();
        this.settings = settings;
    }

    /** Sets the headers of a stream. */
    static HttpServerResponse prepare(HttpServerResponse response) {
        return response.putHeader("Content-Type", "text/event-stream")
                .putHeader("Cache-Control", "no-store")
                // For proxies that would wait until there is more.
                .putHeader("X-Accel-Buffering", "no");
    }

    /** Ends it soon, from another thread. */
    synchronized void stop() {
        stopping = true;
        if (waiting) {
            thread.interrupt();
        }
    }

    void run() {
        prepare(response)
                .closeHandler(gone -> stop())
                .exceptionHandler(failed -> stop())
                .setChunked(true);
        try {
            write("retry: 2000\n" + place());
            while (true) {
                follow();
            }
        } catch (TimeoutException e) {
            LOG.debug("A stream was dropped, because its reader took nothing any more");
            AbortedResponse.answer(request);
        } catch (InterruptedException | ExecutionException e) {
            LOG.debug("A stream has ended");
        }
        if (!response.ended() && !response.closed()) {
            response.end();
        }
    }

    private void follow() throws InterruptedException, ExecutionException, TimeoutException {
        List<LoggedChange> changes;
        try {
            changes = follower.next(AT_ONCE);
        } catch (RuntimeException e) {
            // A database that is away is no reason to send the reader away, who could only come again.
            LOG.debug("The log cannot be read just now", e);
            interruptibly(() -> TimeUnit.NANOSECONDS.sleep(UNTIL_TRIED_AGAIN.toNanos()));
            write(HEARTBEAT);
            return;
        }
        if (!changes.isEmpty()) {
            tell(changes);
            return;
        }
        var silence = settings.heartbeat().minusNanos(System.nanoTime() - lastWrite);
        if (silence.isPositive()) {
            interruptibly(() -> follower.await(silence));
        } else {
            write(follower.reached() > told ? place() : HEARTBEAT);
        }
    }

    private void tell(List<LoggedChange> changes) throws InterruptedException, ExecutionException, TimeoutException {
        var text = new StringBuilder();
        for (var change : changes) {
            text.append("id: ").append(change.place());
            text.append("\nevent: ").append(change.view().kind());
            text.append("\ndata: ").append(change.json()).append("\n\n");
            told = change.place();
            if (text.length() > LONGEST_WRITE) {
                write(text.toString());
                text.setLength(0);
            }
        }
        write(text.toString());
    }

    /** How far the reader has come, though nothing was there for it. */
    private String place() {
        told = follower.reached();
        return "id: " + told + "\nevent: reached\ndata: {\"place\":" + told + "}\n\n";
    }

    private void write(String text) throws InterruptedException, ExecutionException, TimeoutException {
        var written = response.write(Buffer.buffer(text)).toCompletionStage().toCompletableFuture();
        lastWrite = System.nanoTime();
        interruptibly(() -> written.get(settings.patience().toNanos(), TimeUnit.NANOSECONDS));
    }

    /** Only while it waits a stream is interrupted: while it reads, a connection to the database would be lost by it. */
    private void interruptibly(Wait wait) throws InterruptedException, ExecutionException, TimeoutException {
        setWaiting(true);
        try {
            wait.run();
        } finally {
            setWaiting(false);
        }
    }

    private synchronized void setWaiting(boolean now) throws InterruptedException {
        waiting = now;
        if (stopping) {
            waiting = false;
            Thread.interrupted();
            throw new InterruptedException("This stream was stopped");
        }
    }

    /** A wait that may end by an interruption. */
    private interface Wait {
        void run() throws InterruptedException, ExecutionException, TimeoutException;
    }
}
