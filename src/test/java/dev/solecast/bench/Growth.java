package dev.solecast.bench;

import dev.solecast.bench.Row.Target;
import java.util.List;
import java.util.Locale;

/** How the time of requests that nobody has sent before grows with the catalogue: one at a time, by turns. */
final class Growth {

    private static final int EACH = 150;
    private static final int ROUNDS = 4;

    private Growth() {}

    static List<Row> rows(Dataset small, Service ofSmall, Dataset large, Service ofLarge) {
        String sizes = String.format(
                Locale.ROOT,
                ", %,d against %,d",
                large.scale().releases(),
                small.scale().releases());
        return List.of(
                row(
                        "unseen lists" + sizes,
                        new Requests(ofSmall).pages(),
                        ofSmall,
                        new Requests(ofLarge).pages(),
                        ofLarge),
                row("unseen details" + sizes, details(ofSmall), ofSmall, details(ofLarge), ofLarge));
    }

    private static List<Ask> details(Service service) {
        return Requests.details(new Requests(service).releases(2 * EACH * ROUNDS));
    }

    private static Row row(String what, List<Ask> fewer, Service ofSmall, List<Ask> more, Service ofLarge) {
        var small = new Unasked(fewer);
        var large = new Unasked(more);
        int each = Math.min(EACH, Math.min(fewer.size(), more.size()) / (ROUNDS + 1));
        time(ofSmall, small.next(each));
        time(ofLarge, large.next(each));
        double timeOfSmall = 0;
        double timeOfLarge = 0;
        for (int round = 0; round < ROUNDS; round++) {
            timeOfSmall += time(ofSmall, small.next(each)) / ROUNDS;
            timeOfLarge += time(ofLarge, large.next(each)) / ROUNDS;
        }
        double ratio = timeOfLarge / timeOfSmall;
        return new Row(
                what,
                ratio,
                String.format(Locale.ROOT, "%.2f x (%.1f ms, %.1f ms)", ratio, timeOfLarge, timeOfSmall),
                Target.atMost(1.3, "x"),
                null);
    }

    /** The median, in milliseconds. */
    private static double time(Service service, List<Ask> asks) {
        return Latencies.of(asks.stream()
                        .mapToLong(ask -> {
                            long begin = System.nanoTime();
                            service.get(ask.path());
                            return System.nanoTime() - begin;
                        })
                        .toArray())
                .median();
    }
}
