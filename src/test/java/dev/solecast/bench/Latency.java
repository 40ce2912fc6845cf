package dev.solecast.bench;

import dev.solecast.bench.Row.Target;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** How long people wait, in an open loop. */
final class Latency {

    private static final Duration LENGTH = Duration.ofSeconds(20);
    private static final int WRITES = 10;
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private Latency() {}

    static Row search(Dataset data, Service service) {
        var asks = new Requests(service).typed(600);
        var loop = new OpenLoop(service.address());
        loop.read(asks.subList(0, 2_000), 100, WARM_UP);
        var meter = new Use.Meter(service.child());
        var took = loop.read(asks.subList(2_000, asks.size()), 200, LENGTH);
        return new Row(
                String.format(
                        Locale.ROOT,
                        "search as you type in %,d, 200/s, p95",
                        data.scale().releases()),
                took.percentile(95),
                took.words(95) + " (median " + took.words(50) + ")",
                Target.atMost(20, "ms"),
                meter.read());
    }

    /** Half of what a closed loop gets, with ten rumors a second coming in. */
    static Row mixed(Service service, List<String> releases) {
        var requests = new Requests(service);
        var asks = requests.mixed(releases);
        var awaited = requests.awaited(1_000);
        double capacity =
                Wrk.round(service.address(), asks, Duration.ofSeconds(10)).rate();
        var loop = new OpenLoop(service.address());
        var half = awaited.size() / 2;
        // About others than later, for what is said twice is not written twice.
        var writingBefore =
                CompletableFuture.supplyAsync(() -> loop.write(awaited.subList(half, awaited.size()), WRITES, WARM_UP));
        loop.read(asks, capacity / 4, WARM_UP);
        writingBefore.join();
        var meter = new Use.Meter(service.child());
        var writing = CompletableFuture.supplyAsync(() -> loop.write(awaited.subList(0, half), WRITES, LENGTH));
        var took = loop.read(asks, capacity / 2, LENGTH);
        var wrote = writing.join();
        return new Row(
                "mixed load at half of capacity, 10 writes/s, p99",
                took.percentile(99),
                String.format(
                        Locale.ROOT,
                        "%s at %,.0f/s (median %s, writes' p95 %s)",
                        took.words(99),
                        capacity / 2,
                        took.words(50),
                        wrote.words(95)),
                Target.atMost(10, "ms"),
                meter.read());
    }
}
