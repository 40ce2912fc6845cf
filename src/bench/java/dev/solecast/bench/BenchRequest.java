package dev.solecast.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A GET request to be sent.
 *
 * @param tag the entity tag for {@code If-None-Match}; null for an unconditional request
 */
record BenchRequest(String path, @Nullable String tag) {

    static BenchRequest of(String path) {
        return new BenchRequest(path, null);
    }

    /** The bytes of the request. */
    byte[] toBytes(URI service) {
        return bytes("GET %s HTTP/1.1\r\nHost: %s\r\n%s\r\n"
                .formatted(path, service.getAuthority(), tag == null ? "" : "If-None-Match: " + tag + "\r\n"));
    }

    /** The bytes of a request that records a rumor about a release. */
    static byte[] rumor(URI service, String release, String body) {
        return bytes("""
                POST /v1/releases/%s/rumors HTTP/1.1\r
                Host: %s\r
                X-API-Key: %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s""".formatted(release, service.getAuthority(), Service.KEY, bytes(body).length, body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
