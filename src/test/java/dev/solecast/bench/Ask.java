package dev.solecast.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request to be sent.
 *
 * @param tag what the sender has already, for If-None-Match; null if nothing
 */
record Ask(String path, @Nullable String tag) {

    static Ask of(String path) {
        return new Ask(path, null);
    }

    /** As it goes over the wire. */
    byte[] request(URI service) {
        return bytes("GET %s HTTP/1.1\r\nHost: %s\r\n%s\r\n"
                .formatted(path, service.getAuthority(), tag == null ? "" : "If-None-Match: " + tag + "\r\n"));
    }

    /** An editor's rumor about a release, as it goes over the wire. */
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
