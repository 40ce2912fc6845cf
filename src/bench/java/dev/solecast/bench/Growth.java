package dev.solecast.bench;

import dev.solecast.bench.TableRow.Target;
import java.util.List;
import java.util.Locale;

/** Measures how the time of uncached requests grows with the catalogue: one request at a time, in turns. */
final class Growth {

    private static final int EACH = 150;
    private static final int ROUNDS = 4;

    private Growth() {}

    static List<TableRow> rows(Dataset small, Service smallService, Dataset large, Service largeService) {
        String sizes = String.format(
                Locale.ROOT,
                ", %,d against %,d",
                large.scale().releases(),
                small.scale().releases());
        return List.of(
                row(
                        "unseen lists" + sizes,
                        new Requests(smallService).pages(),
                        smallService,
                        new Requests(largeService).pages(),
                        largeService),
                row(
                        "unseen details" + sizes,
                        details(smallService),
                        smallService,
                        details(largeService),
                        largeService));
    }

    private static List<BenchRequest> details(Service service) {
        return Requests.details(new Requests(service).releases(2 * EACH * ROUNDS));
    }

    private static TableRow row(
            String what,
            List<BenchRequest> smallRequests,
            Service smallService,
            List<BenchRequest> largeRequests,
            Service largeService) {
        var small = new UniqueRequests(smallRequests);
        var large = new UniqueRequests(largeRequests);
        int each = Math.min(EACH, Math.min(smallRequests.size(), largeRequests.size()) / (ROUNDS + 1));
        medianMillis(smallService, small.next(each));
        medianMillis(largeService, large.next(each));
        double smallMillis = 0;
        double largeMillis = 0;
        for (int round = 0; round < ROUNDS; round++) {
            smallMillis += medianMillis(smallService, small.next(each)) / ROUNDS;
            largeMillis += medianMillis(largeService, large.next(each)) / ROUNDS;
        }
        double ratio = largeMillis / smallMillis;
        return new TableRow(
                what,
                ratio,
                String.format(Locale.ROOT, "%.2f x (%.1f ms, %.1f ms)", ratio, largeMillis, smallMillis),
                Target.atMost(1.3, "x"),
                null);
    }

    /** Sends the requests one by one and returns the median time in milliseconds. */
    private static double medianMillis(Service service, List<BenchRequest> requests) {
        return Latencies.of(requests.stream()
                        .mapToLong(request -> {
                            long begin = System.nanoTime();
                            service.get(request.path());
                            return System.nanoTime() - begin;
                        })
                        .toArray())
                .median();
    }
}
