package dev.solecast.bench;

import dev.solecast.bench.TableRow.Target;
import java.util.ArrayList;
import java.util.List;

/** Measures popular, cached requests against a bare server that has the same bytes in memory. */
final class Warm {

    private Warm() {}

    static List<TableRow> rows(Service service) {
        var requests = new Requests(service);
        var upcoming = BenchRequest.of(Requests.UPCOMING);
        var byBrand = requests.upcomingByBrand();
        var all = new ArrayList<>(byBrand);
        all.add(upcoming);
        try (var bare = new BareServerProcess(service, all)) {
            return List.of(
                    row("upcoming, first page", 0.6, service, bare, List.of(upcoming)),
                    row("If-None-Match that matches", 0.7, service, bare, List.of(requests.upcomingConditional())),
                    row("upcoming by brand, 40 brands", 0.6, service, bare, byBrand));
        }
    }

    private static TableRow row(
            String what, double target, Service service, BareServerProcess bare, List<BenchRequest> benchRequests) {
        var comparison = Comparison.between(
                service,
                () -> Wrk.round(service.address(), benchRequests, Comparison.ROUND)
                        .rate(),
                () -> Wrk.round(bare.address(), benchRequests, Comparison.ROUND).rate());
        return TableRow.of(what, comparison, Target.atLeast(target, "bare Vert.x"));
    }
}
