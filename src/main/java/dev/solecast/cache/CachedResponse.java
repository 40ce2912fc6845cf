package dev.solecast.cache;

import dev.solecast.http.response.EntityTag;
import dev.solecast.http.response.Freshness;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stored response: its bytes and headers ready to be sent, and the dependencies that decide whether it is stale.
 *
 * @param headers those that depend neither on the time nor on the body
 * @param gzip whether the body is compressed
 * @param template the path template of the resource that made it, as metrics name it
 */
record CachedResponse(
        Buffer body,
        EntityTag entityTag,
        Header etag,
        Header contentType,
        List<Header> headers,
        boolean gzip,
        Freshness freshness,
        Dependencies dependencies,
        String template) {

    /** The approximate size in bytes of everything but the body and the dependencies. */
    private static final int OVERHEAD = 1_000;

    private static final Set<String> NOT_STORED = Set.of("Date", "Content-Type");

    /** A header encoded once, because it is sent often. */
    record Header(CharSequence name, CharSequence value) {

        static Header of(String name, @Nullable Object value) {
            return new Header(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(String.valueOf(value)));
        }
    }

    /** The headers that are stored with the response. */
    static List<Header> storedHeaders(MultivaluedMap<String, Object> headers) {
        return headers.keySet().stream()
                .filter(name -> !NOT_STORED.contains(name))
                .map(name -> Header.of(name, headers.getFirst(name)))
                .toList();
    }

    /** Whether it is not stale: its time is not up, and none of its dependencies has been invalidated. */
    boolean isFresh(Clock clock) {
        return freshness.isFreshAt(clock.millis()) && dependencies.areUnchanged();
    }

    /** Whether an {@code If-None-Match} names this response, so that 304 is the answer. */
    boolean matches(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null && (ifNoneMatch.contentEquals(etag.value()) || entityTag.isIn(ifNoneMatch));
    }

    /** The bytes of the body, without a copy where the buffer has just these; must not be changed. */
    byte[] bytes() {
        var buffer = body.getByteBuf();
        return buffer.hasArray() && buffer.array().length == body.length() ? buffer.array() : body.getBytes();
    }

    /** The approximate size in bytes. */
    int weight() {
        return OVERHEAD + body.length() + dependencies.weight();
    }
}
