package dev.solecast.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.cache.CachedResponse.Header;
import dev.solecast.http.FilterOrder;
import dev.solecast.http.HttpMetrics;
import dev.solecast.http.Language;
import dev.solecast.http.LocalizedTextSerializer;
import dev.solecast.http.problem.ProblemView;
import dev.solecast.http.response.DateHeader;
import dev.solecast.http.response.EntityTag;
import dev.solecast.http.response.Freshness;
import dev.solecast.http.response.Gzip;
import dev.solecast.http.response.MustRevalidate;
import dev.solecast.http.response.PrecompressedBody;
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
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * The last step of every answer: writes the bytes, names them by their {@code ETag}, says how long they may be kept,
 * compresses them, and leaves them out where the caller has them already (304). What no cache may keep says so; what
 * says itself how long it may be kept is believed.
 */
class ResponseWriter {

    /** Origin, because whoever asks from a page is answered that his origin may read. */
    private static final String VARY = "Accept-Encoding, Accept-Language, Origin";

    private final ObjectMapper json;
    private final RequestCoalescer flights;
    private final Clock clock;

    ResponseWriter(ObjectMapper json, RequestCoalescer flights, Clock clock) {
        this.json = json;
        this.flights = flights;
        this.clock = clock;
    }

    @ServerResponseFilter(priority = FilterOrder.RESPONSE_WRITER)
    void finish(ContainerRequestContext request, ContainerResponseContext response, RoutingContext context) {
        var headers = response.getHeaders();
        headers.putSingle("Date", DateHeader.of(clock.millis()));
        if (response.getEntity() instanceof CachedResponse made) {
            send(made, request, response);
            return;
        }
        var flight = RequestCoalescer.of(context);
        var reading = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        var bytes = bytes(response.getEntity(), request, headers);
        if (response.getStatus() >= 400 || !reading) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        } else {
            if (flight != null
                    && bytes != null
                    && response.getStatus() == 200
                    && !headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
                var answer = answer(flight, bytes, request, response, context);
                flights.arrive(flight, answer);
                send(answer, request, response);
                return;
            }
            if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
                var fresh = Freshness.of(response.getEntity(), clock.instant(), zone(request));
                headers.putSingle(
                        HttpHeaders.CACHE_CONTROL,
                        response.getEntity() instanceof MustRevalidate
                                ? "private, no-cache"
                                : fresh.cacheControl(clock.millis()));
            }
            headers.putSingle(HttpHeaders.VARY, VARY);
        }
        if (response.getEntity() instanceof PrecompressedBody packed) {
            send(packed, request, response);
        } else if (response.getEntity() instanceof StreamedBody flowing) {
            send(flowing, request, response);
        } else if (bytes != null) {
            var tag = tag(bytes, response.getEntity());
            if (!reading && response.getEntity() instanceof Versioned) {
                headers.putSingle(HttpHeaders.ETAG, tag.toString());
            }
            send(reading && response.getStatus() == 200 ? unlessKnown(bytes, tag, request, headers) : bytes, response);
        }
    }

    /** All of it that others can use. */
    private static CachedResponse answer(
            PendingResponse flight,
            byte[] bytes,
            ContainerRequestContext request,
            ContainerResponseContext response,
            RoutingContext context) {
        var gzip = bytes.length >= Gzip.WORTHWHILE && flight.key().gzip();
        var headers = response.getHeaders();
        var said = tag(bytes, response.getEntity()).said(headers.getFirst(HttpHeaders.CONTENT_LANGUAGE));
        var tag = gzip ? said.encoded("gzip") : said;
        headers.putSingle(HttpHeaders.VARY, VARY);
        return new CachedResponse(
                Buffer.buffer(gzip ? Gzip.compress(bytes) : bytes),
                tag,
                Header.of(HttpHeaders.ETAG, tag),
                Header.of(HttpHeaders.CONTENT_TYPE, response.getMediaType()),
                CachedResponse.lasting(headers),
                gzip,
                Freshness.of(response.getEntity(), flight.begun(), zone(request)),
                flight.reading().end(request.getUriInfo().getQueryParameters()),
                HttpMetrics.template(context));
    }

    private void send(CachedResponse answer, ContainerRequestContext request, ContainerResponseContext response) {
        var headers = response.getHeaders();
        answer.headers().forEach(header -> put(headers, header));
        put(headers, answer.etag());
        put(headers, answer.type());
        headers.putSingle(HttpHeaders.CACHE_CONTROL, answer.freshness().cacheControl(clock.millis()));
        var known = answer.isIn(request.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        if (answer.gzip() && !known) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        send(known ? null : answer.body().getBytes(), response);
    }

    private static void put(MultivaluedMap<String, Object> headers, Header header) {
        headers.putSingle(header.name().toString(), header.value().toString());
    }

    private static EntityTag tag(byte[] bytes, @Nullable Object answer) {
        return answer instanceof Versioned versioned ? EntityTag.of(bytes, versioned) : EntityTag.of(bytes);
    }

    /** The bytes as they shall be sent; null if the caller has them already. */
    private static byte @Nullable [] unlessKnown(
            byte[] bytes, EntityTag plain, ContainerRequestContext request, MultivaluedMap<String, Object> headers) {
        var gzip = bytes.length >= Gzip.WORTHWHILE && Gzip.wanted(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        if (isKnown(plain, gzip, request, headers)) {
            return null;
        }
        return gzip ? Gzip.compress(bytes) : bytes;
    }

    /** Names the answer, by language and encoding too, and looks whether the caller has it. */
    private static boolean isKnown(
            EntityTag plain, boolean gzip, ContainerRequestContext request, MultivaluedMap<String, Object> headers) {
        var said = plain.said(headers.getFirst(HttpHeaders.CONTENT_LANGUAGE));
        var tag = gzip ? said.encoded("gzip") : said;
        headers.putSingle(HttpHeaders.ETAG, tag.toString());
        var known = tag.isIn(request.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        if (gzip && !known) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        return known;
    }

    private static void send(
            PrecompressedBody packed, ContainerRequestContext request, ContainerResponseContext response) {
        var gzip = Gzip.wanted(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        if (isKnown(packed.tag(), gzip, request, response.getHeaders())) {
            send(null, response);
        } else if (gzip) {
            send(packed.gzip(), response);
        } else {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, packed.length());
            response.setEntity((StreamingOutput) packed::unpack);
        }
    }

    private static void send(StreamedBody flowing, ContainerRequestContext request, ContainerResponseContext response) {
        var gzip = Gzip.wanted(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        if (isKnown(flowing.tag(), gzip, request, response.getHeaders())) {
            send(null, response);
        } else if (request.getMethod().equals("HEAD")) {
            response.setEntity(null);
        } else {
            response.setEntity((StreamingOutput) out -> flowing.send(out, response.getHeaders(), gzip));
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

    /** Null if there is none, or if it is not known beforehand but streamed. */
    private byte @Nullable [] bytes(
            @Nullable Object answer, ContainerRequestContext request, MultivaluedMap<String, Object> headers) {
        try {
            return switch (answer) {
                case byte[] bytes -> bytes;
                case String text -> text.getBytes(StandardCharsets.UTF_8);
                case RenderedText written -> written.text().getBytes(StandardCharsets.UTF_8);
                case Record view -> said(view, request, headers);
                case null, default -> null;
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer that cannot be written", e);
        }
    }

    /** In the reader's language; problems are in English, and do not say so. */
    private byte[] said(Record view, ContainerRequestContext request, MultivaluedMap<String, Object> headers)
            throws JsonProcessingException {
        var language = Language.preferred(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        if (!(view instanceof ProblemView)) {
            headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        }
        return LocalizedTextSerializer.writer(json, language).writeValueAsBytes(view);
    }

    /** The zone whose midnight changes the answer; it has been checked where the answer was made. */
    private static ZoneId zone(ContainerRequestContext request) {
        var zone = request.getUriInfo().getQueryParameters().getFirst("tz");
        return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
    }
}
