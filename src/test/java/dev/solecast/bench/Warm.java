package dev.solecast.bench;

import dev.solecast.bench.Row.Target;
import java.util.ArrayList;
import java.util.List;

/** What everybody asks for, against a bare server that has the same bytes in memory. */
final class Warm {

    private Warm() {}

    static List<Row> rows(Service service) {
        var requests = new Requests(service);
        var upcoming = Ask.of(Requests.UPCOMING);
        var byBrand = requests.upcomingByBrand();
        var all = new ArrayList<>(byBrand);
        all.add(upcoming);
        try (var bare = new Bare(service, all)) {
            return List.of(
                    row("upcoming, first page", 0.6, service, bare, List.of(upcoming)),
                    row("If-None-Match that matches", 0.7, service, bare, List.of(requests.upcomingAgain())),
                    row("upcoming by brand, 40 brands", 0.6, service, bare, byBrand));
        }
    }

    private static Row row(String what, double target, Service service, Bare bare, List<Ask> asks) {
        var contest = Contest.between(
                service,
                () -> Wrk.round(service.address(), asks, Contest.ROUND).rate(),
                () -> Wrk.round(bare.address(), asks, Contest.ROUND).rate());
        return Row.of(what, contest, Target.atLeast(target, "bare Vert.x"));
    }
}
