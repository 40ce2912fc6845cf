package dev.solecast.http.request;

import dev.solecast.http.FilterOrder;
import dev.solecast.http.problem.DatabaseOutage;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.http.problem.ProblemSender;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http2.Http2Error;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses bodies that are too large or encoded, unless the called method is an {@link UnboundedBody}. */
@Singleton
class BodyLimitFilter {

    /** In milliseconds: a client that is cut off at once cannot read the response. */
    private static final long CLOSE_DELAY_MILLIS = 1_000;

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS");

    // Set when the service starts to listen; this filter is created earlier, when the settings do not exist yet.
    private volatile long largest;

    void register(@Observes Filters filters, RequestSettings settings) {
        largest = settings.largestBody().asLongValue();
        filters.register(this::closeAfterRefusal, FilterOrder.BODY_LIMIT_CONNECTION);
    }

    /**
     * Closes the connection (with HTTP/2, the stream) after a refusal if the client is still sending a large, slow or
     * unbounded body, and reads the rest of any other, so that the connection can be used again.
     */
    private void closeAfterRefusal(RoutingContext context) {
        var request = context.request();
        var length = length(request.getHeader(HttpHeaderNames.CONTENT_LENGTH));
        if (length > 0 || isOfUnknownLength(request)) {
            var large = length > largest || isOfUnknownLength(request);
            context.addHeadersEndHandler(headers -> {
                var response = context.response();
                if (response.getStatusCode() == ProblemCode.UNAVAILABLE.status()
                        && !response.headers().contains(HttpHeaders.RETRY_AFTER)) {
                    response.putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(DatabaseOutage.RETRY_AFTER_SECONDS));
                }
                if (!request.isEnded() && (large || isTooSlow(context))) {
                    ProblemSender.closeConnection(context);
                }
            });
            context.addEndHandler(answered -> {
                if (request.isEnded()) {
                    return;
                }
                if (large || isTooSlow(context)) {
                    context.vertx().setTimer(CLOSE_DELAY_MILLIS, passed -> end(request));
                } else {
                    // Nobody reads it now, and the next request of the connection stands behind it.
                    request.resume();
                }
            });
        }
        context.next();
    }

    /** Ends a request whose body goes on: its stream, or with HTTP/1 its connection. */
    private static void end(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(Http2Error.NO_ERROR.code());
        } else {
            request.connection().close();
        }
    }

    private static boolean isTooSlow(RoutingContext context) {
        int status = context.response().getStatusCode();
        return status == ProblemCode.BODY_TOO_SLOW.status() || status == ProblemCode.UNAVAILABLE.status();
    }

    private static boolean isOfUnknownLength(HttpServerRequest request) {
        return request.getHeader(HttpHeaderNames.TRANSFER_ENCODING) != null
                || (request.version() == HttpVersion.HTTP_2
                        && request.getHeader(HttpHeaderNames.CONTENT_LENGTH) == null);
    }

    @ServerRequestFilter(priority = FilterOrder.BODY_LIMIT)
    void bound(ContainerRequestContext request, ResourceInfo resource, HttpServerRequest received) {
        if (resource.getResourceMethod().isAnnotationPresent(UnboundedBody.class)) {
            return;
        }
        if (length(request.getHeaderString(HttpHeaders.CONTENT_LENGTH)) > largest) {
            throw tooLarge(largest);
        }
        var encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Problem.of(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                    "Send the body as it is: this address does not read the Content-Encoding \"" + encoding + "\".");
        }
        if (!WITHOUT_BODY.contains(request.getMethod())) {
            request.setEntityStream(
                    new LimitedInputStream(request.getEntityStream(), largest, received::isEnded, System::nanoTime));
        }
    }

    static Problem tooLarge(long largest) {
        return Problem.of(
                ProblemCode.BODY_TOO_LARGE,
                "The body has more than " + largest + " bytes, which is all that this address reads. Send less.");
    }

    /** The length in the header; 0 if it has none. The server has already refused malformed ones. */
    private static long length(@Nullable String header) {
        return header != null && header.matches("\\d{1,18}") ? Long.parseLong(header) : 0;
    }
}
