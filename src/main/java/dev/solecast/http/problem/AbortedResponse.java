package dev.solecast.http.problem;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Thrown when a response cannot be continued; also aborts a response, so that its reader notices that it is incomplete.
 */
public final class AbortedResponse extends RuntimeException {

    public AbortedResponse() {
        super("The answer was broken off", null, false, false);
    }

    /**
     * Closes the connection, or resets the HTTP/2 stream, without flushing pending writes as an orderly close would.
     */
    public static void abort(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else if (request.connection() instanceof ConnectionBase connection) {
            var _ = connection.channelHandlerContext().close();
            try {
                // Waits until the close handlers have run, because nothing would run them later.
                connection
                        .closeFuture()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                // The connection is closed as far as possible.
            }
        }
    }
}
