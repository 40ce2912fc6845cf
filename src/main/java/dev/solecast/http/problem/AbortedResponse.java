package dev.solecast.http.problem;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Thrown where nothing more can be answered; and ends an answer so that its reader notices that it is not whole. */
public final class AbortedResponse extends RuntimeException {

    public AbortedResponse() {
        super("The answer was broken off", null, false, false);
    }

    /** Closes the connection without waiting for what is still to be written, as a close in good order would. */
    public static void answer(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else if (request.connection() instanceof ConnectionBase connection) {
            var _ = connection.channelHandlerContext().close();
            try {
                // Until all who wait for its end have been told: later nobody does.
                connection
                        .closeFuture()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                // It is as closed as it can be.
            }
        }
    }
}
