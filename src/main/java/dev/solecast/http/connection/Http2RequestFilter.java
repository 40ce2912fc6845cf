package dev.solecast.http.connection;

import dev.solecast.http.FilterOrder;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.http.problem.ProblemSender;
import dev.solecast.http.request.RepeatedHeaders;
import dev.solecast.http.request.RequestUri;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * Does for requests of HTTP/2 what {@link RequestSequence} does for those of HTTP/1: checks the address, of which
 * everything after this filter may rely on the encoding, joins repeated headers, and tells the guard of the connection of
 * responses that wait in its flow control.
 */
@Singleton
class Http2RequestFilter {

    private final ProblemSender problemSender;

    Http2RequestFilter(ProblemSender problemSender) {
        this.problemSender = problemSender;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FilterOrder.HTTP2_REQUEST);
    }

    private void check(RoutingContext context) {
        var request = context.request();
        if (request.version() != HttpVersion.HTTP_2) {
            context.next();
            return;
        }
        watch(context, request.connection());
        RepeatedHeaders.join(request.headers());
        var target = request.uri();
        var tooLong = target.length() > ProblemCode.LONGEST_URI;
        var fault = tooLong ? RequestUri.tooLong(target) : RequestUri.findFault(target);
        if (fault == null) {
            context.next();
        } else {
            var code = tooLong ? ProblemCode.URI_TOO_LONG : ProblemCode.MALFORMED_REQUEST;
            problemSender.send(context, Problem.of(code, fault), Map.of());
        }
    }

    private static void watch(RoutingContext context, HttpConnection http2) {
        var guard = http2 instanceof ConnectionBase connection
                ? connection.channel().pipeline().get(ConnectionGuard.class)
                : null;
        if (guard != null) {
            context.addEndHandler(ended -> guard.answerEnded(
                    context.response().streamId(), context.response().bytesWritten()));
        }
    }
}
