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
 * A complete answer, as it is sent.
 *
 * @param headers those that are neither of the moment nor of the body
 * @param gzip whether the body is compressed
 * @param template the address of the resource that made it, as what is measured names it
 */
record CachedResponse(
        Buffer body,
        EntityTag tag,
        Header etag,
        Header type,
        List<Header> headers,
        boolean gzip,
        Freshness freshness,
        Dependencies base,
        String template) {

    private static final int OBJECTS = 1_000;

    private static final Set<String> OF_THE_MOMENT = Set.of("Date", "Content-Type");

    /** A header made ready to be sent often. */
    record Header(CharSequence name, CharSequence value) {

        static Header of(String name, @Nullable Object value) {
            return new Header(HttpHeaders.createOptimized(name), HttpHeaders.createOptimized(String.valueOf(value)));
        }
    }

    /** Of these headers those that stay the same. */
    static List<Header> lasting(MultivaluedMap<String, Object> headers) {
        return headers.keySet().stream()
                .filter(name -> !OF_THE_MOMENT.contains(name))
                .map(name -> Header.of(name, headers.getFirst(name)))
                .toList();
    }

    /** Whether it is what would be answered at this moment too. */
    boolean isTrue(Clock clock) {
        return freshness.includes(clock.millis()) && base.holds();
    }

    /** Whether an {@code If-None-Match} says that the caller has it. */
    boolean isIn(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null && (ifNoneMatch.contentEquals(etag.value()) || tag.isIn(ifNoneMatch));
    }

    /** Bytes, about. */
    int weight() {
        return OBJECTS + body.length() + base.weight();
    }
}
