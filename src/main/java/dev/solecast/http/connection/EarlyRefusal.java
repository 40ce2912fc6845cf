package dev.solecast.http.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.http.RequestIdFilter;
import dev.solecast.http.problem.ExceptionMappers;
import dev.solecast.http.problem.PlainErrorPage;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import dev.solecast.http.problem.ProblemView;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Builds the responses to requests and connections that are refused before Vert.x sees them: the same problem, id and
 * line in the log that any other refusal has, and a page for browsers.
 */
@Singleton
class EarlyRefusal {

    private static final Logger ACCESS = Logger.getLogger("io.quarkus.http.access-log");

    private final ObjectMapper json;
    private final boolean accessLog;

    EarlyRefusal(ObjectMapper json, @ConfigProperty(name = "quarkus.http.access-log.enabled") boolean accessLog) {
        this.json = json;
        this.accessLog = accessLog;
    }

    /**
     * Builds the response to a request with this fault.
     *
     * @param request null if the fault is in its body
     */
    FullHttpResponse of(@Nullable HttpRequest request, RequestHead.Fault fault) {
        HttpHeaders sent = request == null ? new DefaultHttpHeaders() : request.headers();
        var id = RequestIdFilter.begin(sent.get(RequestIdFilter.HEADER), sent.get(RequestIdFilter.TRACE_HEADER));
        try {
            var view = Problem.of(fault.code(), fault.detail()).view();
            var path = request == null ? "-" : path(request.uri());
            var page = PlainErrorPage.isWanted(path, sent.get(HttpHeaderNames.ACCEPT));
            var body = Unpooled.copiedBuffer(page ? PlainErrorPage.of(view) : text(view), StandardCharsets.UTF_8);
            var response =
                    new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(view.status()), body);
            response.headers()
                    .set(RequestIdFilter.HEADER, id)
                    .set(HttpHeaderNames.CONTENT_TYPE, page ? PlainErrorPage.MEDIA_TYPE : ExceptionMappers.MEDIA_TYPE)
                    .set(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes())
                    .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                    .set(HttpHeaderNames.CONTENT_SECURITY_POLICY, PlainErrorPage.POLICY)
                    .set("X-Content-Type-Options", "nosniff")
                    .set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                    .set(HttpHeaderNames.CONNECTION, "close");
            if (accessLog) {
                ACCESS.infof(
                        "%s %s %d %d bytes 0 ms",
                        request == null ? "-" : request.method().name(), path, view.status(), body.readableBytes());
            }
            return response;
        } finally {
            RequestIdFilter.end();
        }
    }

    /** Builds the response to a connection that is one too many; it is sent before a request has been read. */
    ByteBuf ofConnection() {
        var view = Problem.of(
                        ProblemCode.TOO_MANY_REQUESTS,
                        "There are too many connections open from this address. Close some, and try again in 10"
                                + " seconds.")
                .view();
        var body = text(view).getBytes(StandardCharsets.UTF_8);
        var head = "HTTP/1.1 429 Too Many Requests\r\nContent-Type: " + ExceptionMappers.MEDIA_TYPE
                + "\r\nContent-Length: " + body.length
                + "\r\nRetry-After: 10\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n";
        return Unpooled.wrappedBuffer(head.getBytes(StandardCharsets.US_ASCII), body);
    }

    /** The path as it was sent, without what could forge a line of the log. */
    private static String path(String target) {
        int end = target.indexOf('?');
        var path = end < 0 ? target : target.substring(0, end);
        return (path.length() > 200 ? path.substring(0, 200) + "..." : path).replaceAll("[^\\x21-\\x7E]", "?");
    }

    private String text(ProblemView view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem that cannot be written", e);
        }
    }
}
