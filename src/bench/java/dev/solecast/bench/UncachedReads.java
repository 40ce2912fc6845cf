package dev.solecast.bench;

import dev.solecast.bench.TableRow.Target;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measures requests that are not cached, against the database alone. */
final class UncachedReads {

    private static final int MAX_DETAILS = 200_000;

    private UncachedReads() {}

    static List<TableRow> rows(Dataset data, Service service, List<String> releases) throws SQLException {
        var requests = new Requests(service);
        warmUp(service, requests.otherPages());
        warmUp(service, Requests.detailsInTokyo(releases));
        var pages = new UniqueRequests(requests.pages());
        var details = new UniqueRequests(Requests.details(releases.subList(0, Math.min(releases.size(), MAX_DETAILS))));
        long last = lastRelease(data);
        String size = String.format(Locale.ROOT, " of %,d", data.scale().releases());
        return List.of(
                TableRow.of(
                        "distinct pages" + size,
                        Comparison.between(
                                service,
                                () -> pages.rate(service),
                                () -> Pgbench.rate(data.database(), "page.sql", Map.of(), Comparison.ROUND)),
                        Target.atLeast(0.7, "pgbench")),
                TableRow.of(
                        "distinct releases" + size,
                        Comparison.between(
                                service,
                                () -> details.rate(service),
                                () -> Pgbench.rate(
                                        data.database(), "release.sql", Map.of("last", last), Comparison.ROUND)),
                        Target.atLeast(0.35, "pgbench")));
    }

    /** Warms up with other uncached requests, because cached ones are served by other code. */
    private static void warmUp(Service service, List<BenchRequest> others) {
        Wrk.round(service.address(), others, Bench.WARM_UP);
    }

    private static long lastRelease(Dataset data) throws SQLException {
        var database = data.database();
        try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
                var last = connection.createStatement().executeQuery("select max(id) from release")) {
            last.next();
            return last.getLong(1);
        }
    }
}
