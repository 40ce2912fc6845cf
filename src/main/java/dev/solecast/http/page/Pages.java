package dev.solecast.http.page;

import dev.solecast.http.problem.Problem;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parses the paging parameters of a list into the request for a keyset page. */
@Singleton
public class Pages {

    private final Clock clock;

    Pages(Clock clock) {
        this.clock = clock;
    }

    /** Parses the request for a page; a limit out of bounds or a cursor of another query is a problem. */
    public <T> PageRequest<T> request(PageQuery query, boolean withTotal, Sort<T> sort, UriInfo uri) {
        return request(query, withTotal, (today, utc) -> sort, uri, null);
    }

    /**
     * Parses the request for a page whose order depends on the day.
     *
     * @param sorting returns the order for the day in the caller's zone and the day in UTC
     * @param asOf the past day that counts as today in every zone; null for the present
     */
    public <T> PageRequest<T> request(
            PageQuery query,
            boolean withTotal,
            BiFunction<LocalDate, LocalDate, Sort<T>> sorting,
            UriInfo uri,
            @Nullable LocalDate asOf) {
        int limit = query.limit() == null ? 20 : query.limit();
        if (limit < 1 || limit > 100) {
            throw Problem.parameter("limit", limit + " is not a number from 1 to 100.");
        }
        var path = uri.getPath() + "?" + parameters(uri, List.of("cursor"));
        var fingerprint = Cursor.fingerprint(uri.getPath() + "?" + parameters(uri, List.of("cursor", "limit")));
        var cursor = query.cursor() == null ? null : Cursor.decode(query.cursor(), fingerprint);
        var today = asOf != null ? asOf : cursor != null ? cursor.today() : today(query.tz());
        var utc = asOf != null ? asOf : cursor != null ? cursor.todayUtc() : today(null);
        return new PageRequest<>(
                sorting.apply(today, utc),
                limit,
                cursor == null ? null : cursor.keys(),
                today,
                utc,
                withTotal,
                next -> path + (path.endsWith("?") ? "" : "&") + "cursor=" + next,
                fingerprint);
    }

    /** The current day in this zone; in UTC if the zone is null. */
    public LocalDate today(@Nullable ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone == null ? ZoneOffset.UTC : zone);
    }

    /** The parameters, sorted by name so that the same query has the same fingerprint however it is written. */
    private static String parameters(UriInfo uri, List<String> excluded) {
        return new TreeMap<>(uri.getQueryParameters())
                .entrySet().stream()
                        .filter(parameter -> !excluded.contains(parameter.getKey()))
                        .flatMap(parameter ->
                                parameter.getValue().stream().map(value -> parameter.getKey() + "=" + encode(value)))
                        .collect(Collectors.joining("&"));
    }

    private static String encode(@Nullable String value) {
        return URLEncoder.encode(value == null ? "" : value, StandardCharsets.UTF_8)
                .replace("%2C", ",")
                .replace("%3A", ":");
    }
}
