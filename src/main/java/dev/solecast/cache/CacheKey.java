package dev.solecast.cache;

import dev.solecast.http.Language;
import dev.solecast.http.response.Gzip;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The key of the response cache: the parts of a request by which its response varies.
 *
 * @param target path and query exactly as they were sent
 * @param accept empty for all the usual ways to accept JSON
 */
record CacheKey(String target, Language language, boolean gzip, String accept) {

    private static final Set<String> USUAL = Set.of("", "*/*", "application/json", "application/json, */*");

    private static final ParsedHeaders<Language> LANGUAGES = new ParsedHeaders<>(Language::preferred);
    private static final ParsedHeaders<Boolean> GZIP = new ParsedHeaders<>(Gzip::isAccepted);

    /** The key of a plain GET or HEAD of the API without a body; null for other requests, which bypass the cache. */
    static @Nullable CacheKey of(HttpServerRequest request) {
        var method = request.method();
        var headers = request.headers();
        if ((!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD))
                || !request.uri().startsWith("/v1/")
                || !"0".equals(Objects.requireNonNullElse(headers.get(HttpHeaders.CONTENT_LENGTH), "0"))
                || headers.contains(HttpHeaders.TRANSFER_ENCODING)
                || headers.contains(HttpHeaders.CONTENT_ENCODING)) {
            return null;
        }
        var accept = single(HttpHeaders.ACCEPT, headers);
        var language = single(HttpHeaders.ACCEPT_LANGUAGE, headers);
        var encoding = single(HttpHeaders.ACCEPT_ENCODING, headers);
        return accept == null || language == null || encoding == null
                ? null
                : new CacheKey(
                        request.uri(),
                        LANGUAGES.parse(language),
                        GZIP.parse(encoding),
                        USUAL.contains(accept) ? "" : accept);
    }

    /** The single value of a header, empty if it is absent; null if there are several. */
    private static @Nullable String single(CharSequence name, MultiMap headers) {
        var values = headers.getAll(name);
        return switch (values.size()) {
            case 0 -> "";
            case 1 -> values.getFirst();
            default -> null;
        };
    }

    /** The approximate size in bytes. */
    int weight() {
        return 150 + 2 * (target.length() + accept.length());
    }
}
