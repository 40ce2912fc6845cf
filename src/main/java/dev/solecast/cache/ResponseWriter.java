package dev.solecast.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.cache.CachedResponse.Header;
import dev.solecast.http.FilterOrder;
import dev.solecast.http.HttpMetrics;
import dev.solecast.http.Language;
import dev.solecast.http.LocalizedTextSerializer;
import dev.solecast.http.problem.ProblemView;
import dev.solecast.http.request.RequestMeter;
import dev.solecast.http.response.DateHeader;
import dev.solecast.http.response.EntityTag;
import dev.solecast.http.response.Freshness;
import dev.solecast.http.response.Gzip;
import dev.solecast.http.response.MustRevalidate;
import dev.solecast.http.response.RenderedText;
import dev.solecast.http.response.StreamedBody;
import dev.solecast.http.response.Versioned;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongConsumer;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * The last step of every response: serializes the body, sets {@code ETag} and {@code Cache-Control}, compresses, sends
 * 304 if the client has the body already, and stores the response if it may be cached. Errors and writes get
 * {@code no-store}; a {@code Cache-Control} that a resource has set on a read is left as it is.
 */
class ResponseWriter {

    /** Includes Origin, because the CORS headers of the response depend on it. */
    private static final String VARY = "Accept-Encoding, Accept-Language, Origin";

    private final ObjectMapper json;
    private final RequestCoalescer coalescer;
    private final Clock clock;

    ResponseWriter(ObjectMapper json, RequestCoalescer coalescer, Clock clock) {
        this.json = json;
        this.coalescer = coalescer;
        this.clock = clock;
    }

    @ServerResponseFilter(priority = FilterOrder.RESPONSE_WRITER)
    void finish(ContainerRequestContext request, ContainerResponseContext response, RoutingContext context) {
        var headers = response.getHeaders();
        headers.putSingle("Date", DateHeader.of(clock.millis()));
        if (response.getEntity() instanceof CachedResponse cached) {
            send(cached, request, response);
            return;
        }
        var pending = RequestCoalescer.find(context);
        var isRead = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        var bytes = bytes(response.getEntity(), request, headers);
        if (response.getStatus() >= 400 || !isRead) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        } else {
            if (pending != null
                    && bytes != null
                    && response.getStatus() == 200
                    && !headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
                var built = cacheable(pending, bytes, request, response, context);
                coalescer.complete(pending, built);
                send(built, request, response);
                return;
            }
            if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
                var freshness = Freshness.of(response.getEntity(), clock.instant(), zone(request));
                headers.putSingle(
                        HttpHeaders.CACHE_CONTROL,
                        response.getEntity() instanceof MustRevalidate
                                ? "private, no-cache"
                                : freshness.cacheControl(clock.millis()));
            }
            headers.putSingle(HttpHeaders.VARY, VARY);
        }
        if (response.getEntity() instanceof StreamedBody streamed) {
            send(streamed, request, response, RequestMeter.of(context).bytes());
        } else if (bytes != null) {
            var tag = tag(bytes, response.getEntity());
            if (!isRead && response.getEntity() instanceof Versioned) {
                headers.putSingle(HttpHeaders.ETAG, tag.toString());
            }
            var conditional = isRead && response.getStatus() == 200;
            send(conditional ? unlessNotModified(bytes, tag, request, headers) : bytes, response);
        }
    }

    /** Builds the response that is cached and handed to waiting requests. */
    private static CachedResponse cacheable(
            PendingResponse pending,
            byte[] bytes,
            ContainerRequestContext request,
            ContainerResponseContext response,
            RoutingContext context) {
        var gzip = bytes.length >= Gzip.MIN_BYTES && pending.key().gzip();
        var headers = response.getHeaders();
        var localized = tag(bytes, response.getEntity()).inLanguage(headers.getFirst(HttpHeaders.CONTENT_LANGUAGE));
        var tag = gzip ? localized.inEncoding("gzip") : localized;
        headers.putSingle(HttpHeaders.VARY, VARY);
        return new CachedResponse(
                Buffer.buffer(gzip ? Gzip.compress(bytes) : bytes),
                tag,
                Header.of(HttpHeaders.ETAG, tag),
                Header.of(HttpHeaders.CONTENT_TYPE, response.getMediaType()),
                CachedResponse.storedHeaders(headers),
                gzip,
                Freshness.of(response.getEntity(), pending.startedAt(), zone(request)),
                pending.tracker().end(request.getUriInfo().getQueryParameters()),
                HttpMetrics.template(context));
    }

    private void send(CachedResponse cached, ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        cached.headers().forEach(header -> put(headers, header));
        put(headers, cached.etag());
        put(headers, cached.contentType());
        headers.putSingle(HttpHeaders.CACHE_CONTROL, cached.freshness().cacheControl(clock.millis()));
        var notModified = cached.matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        if (cached.gzip() && !notModified) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        send(notModified ? null : cached.bytes(), response);
    }

    private static void put(MultivaluedMap<String, Object> headers, Header header) {
        headers.putSingle(header.name().toString(), header.value().toString());
    }

    private static EntityTag tag(byte[] bytes, @Nullable Object entity) {
        return entity instanceof Versioned versioned ? EntityTag.of(bytes, versioned) : EntityTag.of(bytes);
    }

    /** The bytes to send, compressed if accepted; null if the client has them already. */
    private static byte @Nullable [] unlessNotModified(
            byte[] bytes, EntityTag plainTag, ContainerRequestContext request, MultivaluedMap<String, Object> headers) {
        var gzip =
                bytes.length >= Gzip.MIN_BYTES && Gzip.isAccepted(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        if (isNotModified(plainTag, gzip, request, headers)) {
            return null;
        }
        return gzip ? Gzip.compress(bytes) : bytes;
    }

    /** Sets the {@code ETag}, which depends on language and encoding too; returns whether the client has it already. */
    private static boolean isNotModified(
            EntityTag plainTag, boolean gzip, ContainerRequestContext request, MultivaluedMap<String, Object> headers) {
        var localized = plainTag.inLanguage(headers.getFirst(HttpHeaders.CONTENT_LANGUAGE));
        var tag = gzip ? localized.inEncoding("gzip") : localized;
        headers.putSingle(HttpHeaders.ETAG, tag.toString());
        var notModified = tag.isIn(request.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        if (gzip && !notModified) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return notModified;
    }

    private static void send(
            StreamedBody streamed,
            ContainerRequestContext request,
            ContainerResponseContext response,
            LongConsumer written) {
        var gzip = Gzip.isAccepted(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        if (isNotModified(streamed.tag(), gzip, request, response.getHeaders())) {
            send(null, response);
        } else if (request.getMethod().equals("HEAD")) {
            response.setEntity(null);
        } else {
            response.setEntity((StreamingOutput) out -> streamed.send(out, response.getHeaders(), gzip, written));
        }
    }

    private static void send(byte @Nullable [] bytes, ContainerResponseContext response) {
        if (bytes == null) {
            response.setEntity(null);
            response.setStatus(304);
        } else {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, bytes.length);
            response.setEntity(bytes);
        }
    }

    /** The bytes of the body; null if there is none, or if it is streamed. */
    private byte @Nullable [] bytes(
            @Nullable Object entity, ContainerRequestContext request, MultivaluedMap<String, Object> headers) {
        try {
            return switch (entity) {
                case byte[] bytes -> bytes;
                case String text -> text.getBytes(StandardCharsets.UTF_8);
                case RenderedText rendered -> rendered.text().getBytes(StandardCharsets.UTF_8);
                case Record view -> serialize(view, request, headers);
                case null, default -> null;
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer that cannot be written", e);
        }
    }

    /** Serializes a view in the client's language; problems are in English, without {@code Content-Language}. */
    private byte[] serialize(Record view, ContainerRequestContext request, MultivaluedMap<String, Object> headers)
            throws JsonProcessingException {
        var language = Language.preferred(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        if (!(view instanceof ProblemView)) {
            headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        }
        return LocalizedTextSerializer.writer(json, language).writeValueAsBytes(view);
    }

    /** The time zone whose midnight changes the response; the resource has already validated it. */
    private static ZoneId zone(ContainerRequestContext request) {
        var zone = request.getUriInfo().getQueryParameters().getFirst("tz");
        return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
    }
}
