package dev.solecast.bench;

import dev.solecast.bench.Row.Target;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What nobody has asked for before, against the database alone. */
final class Unseen {

    private static final int MOST_DETAILS = 200_000;

    private Unseen() {}

    static List<Row> rows(Dataset data, Service service, List<String> releases) throws SQLException {
        var requests = new Requests(service);
        warmUp(service, requests.otherPages());
        warmUp(service, Requests.detailsInTokyo(releases));
        var pages = new Unasked(requests.pages());
        var details = new Unasked(Requests.details(releases.subList(0, Math.min(releases.size(), MOST_DETAILS))));
        long last = lastRelease(data);
        String size = String.format(Locale.ROOT, " of %,d", data.scale().releases());
        return List.of(
                Row.of(
                        "distinct pages" + size,
                        Contest.between(
                                service,
                                () -> pages.rate(service),
                                () -> Pgbench.rate(data.database(), "page.sql", Map.of(), Contest.ROUND)),
                        Target.atLeast(0.7, "pgbench")),
                Row.of(
                        "distinct releases" + size,
                        Contest.between(
                                service,
                                () -> details.rate(service),
                                () -> Pgbench.rate(
                                        data.database(), "release.sql", Map.of("last", last), Contest.ROUND)),
                        Target.atLeast(0.35, "pgbench")));
    }

    /** What is measured before is answered from memory, by other code. */
    private static void warmUp(Service service, List<Ask> others) {
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
