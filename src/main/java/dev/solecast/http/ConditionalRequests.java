package dev.solecast.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * The last step of every answer: writes the bytes, names them by their {@code ETag}, says how long they may be kept,
 * compresses them, and leaves them out where the caller has them already (304). What no cache may keep says so.
 */
class ConditionalRequests {

    private static final int LAST = 0;

    /** Origin, because whoever asks from a page is answered that his origin may read. */
    private static final String VARY = "Accept-Encoding, Origin";

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final ObjectMapper json;
    private final Clock clock;

    ConditionalRequests(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    @ServerResponseFilter(priority = LAST)
    void finish(ContainerRequestContext request, ContainerResponseContext response) {
        var now = clock.instant();
        var headers = response.getHeaders();
        var bytes = bytes(response.getEntity());
        var reading = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        headers.putSingle("Date", HTTP_DATE.format(now));
        if (response.getStatus() >= 400) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        } else if (reading) {
            var fresh = Freshness.of(response.getEntity(), now, zone(request));
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "public, max-age=" + fresh.toSeconds());
            headers.putSingle(HttpHeaders.VARY, VARY);
        }
        if (bytes != null) {
            send(reading && response.getStatus() == 200 ? unlessKnown(bytes, request, headers) : bytes, response);
        }
    }

    /** The bytes as they shall be sent; null if the caller has them already. */
    private static byte @Nullable [] unlessKnown(
            byte[] bytes, ContainerRequestContext request, MultivaluedMap<String, Object> headers) {
        var gzip = bytes.length >= Gzip.WORTHWHILE && Gzip.wanted(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
        var tag = gzip ? EntityTag.of(bytes).encoded("gzip") : EntityTag.of(bytes);
        headers.putSingle(HttpHeaders.ETAG, tag.toString());
        if (tag.isIn(request.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            return null;
        } else if (gzip) {
            headers.putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
            return Gzip.compress(bytes);
        }
        return bytes;
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
    private byte @Nullable [] bytes(@Nullable Object answer) {
        try {
            return switch (answer) {
                case byte[] bytes -> bytes;
                case String text -> text.getBytes(StandardCharsets.UTF_8);
                case Record view -> json.writeValueAsBytes(view);
                case null, default -> null;
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer that cannot be written", e);
        }
    }

    /** The zone whose midnight changes the answer; it has been checked where the answer was made. */
    private static ZoneId zone(ContainerRequestContext request) {
        var zone = request.getUriInfo().getQueryParameters().getFirst("tz");
        return zone == null ? ZoneOffset.UTC : ZoneId.of(zone);
    }
}
