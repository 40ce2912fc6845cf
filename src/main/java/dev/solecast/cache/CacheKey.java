package dev.solecast.cache;

import dev.solecast.http.Language;
import dev.solecast.http.response.Gzip;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All of a request that an answer may depend on.
 *
 * @param target path and query exactly as they were sent
 * @param accept empty for all the usual ways to say that JSON will do
 */
record CacheKey(String target, Language language, boolean gzip, String accept) {

    private static final Set<String> USUAL = Set.of("", "*/*", "application/json", "application/json, */*");

    private static final ParsedHeaders<Language> LANGUAGES = new ParsedHeaders<>(Language::preferred);
    private static final ParsedHeaders<Boolean> GZIP = new ParsedHeaders<>(Gzip::wanted);

    /** Null for what is no plain question to the API: it is answered anew each time. */
    static @Nullable CacheKey of(HttpServerRequest request) {
        var method = request.method();
        var headers = request.headers();
        if ((!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD))
                || !request.uri().startsWith("/v1/")
                || !"0".equals(Objects.requireNonNullElse(headers.get("Content-Length"), "0"))
                || headers.contains("Transfer-Encoding")
                || headers.contains("Content-Encoding")) {
            return null;
        }
        var accept = only("Accept", headers);
        var language = only("Accept-Language", headers);
        var encoding = only("Accept-Encoding", headers);
        return accept == null || language == null || encoding == null
                ? null
                : new CacheKey(
                        request.uri(), LANGUAGES.of(language), GZIP.of(encoding), USUAL.contains(accept) ? "" : accept);
    }

    /** The one value of a header, empty if it is not there; null if there are several. */
    private static @Nullable String only(String name, MultiMap headers) {
        var all = headers.getAll(name);
        return switch (all.size()) {
            case 0 -> "";
            case 1 -> all.getFirst();
            default -> null;
        };
    }

    /** Bytes, about. */
    int weight() {
        return 150 + 2 * (target.length() + accept.length());
    }
}
