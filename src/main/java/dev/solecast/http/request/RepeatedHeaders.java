package dev.solecast.http.request;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;

/**
 * Joins headers that hold a list and were sent on several lines, as RFC 9110 (5.3) allows, so that each line counts
 * wherever such a header is read.
 */
public final class RepeatedHeaders {

    private static final List<CharSequence> LISTS = List.of(
            HttpHeaders.ACCEPT,
            HttpHeaders.ACCEPT_ENCODING,
            HttpHeaders.ACCEPT_LANGUAGE,
            HttpHeaders.IF_MATCH,
            HttpHeaders.IF_NONE_MATCH);

    private RepeatedHeaders() {}

    /** Joins the lines of each header that holds a list. */
    public static void join(MultiMap headers) {
        LISTS.forEach(name -> join(headers, name));
    }

    private static void join(MultiMap headers, CharSequence name) {
        var lines = headers.getAll(name);
        if (lines.size() > 1) {
            headers.set(name, String.join(", ", lines));
        }
    }
}
