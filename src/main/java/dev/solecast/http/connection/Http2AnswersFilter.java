package dev.solecast.http.connection;

import dev.solecast.http.FilterOrder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Tells the guard of an HTTP/2 connection of responses that wait in its flow control. */
@Singleton
class Http2AnswersFilter {

    void register(@Observes Filters filters) {
        filters.register(this::watch, FilterOrder.UNREAD_ANSWERS);
    }

    private void watch(RoutingContext context) {
        var request = context.request();
        if (request.version() == HttpVersion.HTTP_2 && request.connection() instanceof ConnectionBase connection) {
            var guard = connection.channel().pipeline().get(ConnectionGuard.class);
            if (guard != null) {
                context.addEndHandler(ended -> guard.answerEnded(
                        context.response().streamId(), context.response().bytesWritten()));
            }
        }
        context.next();
    }
}
