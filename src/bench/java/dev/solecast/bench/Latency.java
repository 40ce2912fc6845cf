package dev.solecast.bench;

import dev.solecast.bench.TableRow.Target;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** Measures response times in an open loop. */
final class Latency {

    private static final Duration LENGTH = Duration.ofSeconds(20);
    private static final int WRITES = 10;
    private static final Duration WARM_UP = Duration.ofSeconds(20);

    private Latency() {}

    static TableRow search(Dataset data, Service service) {
        var benchRequests = new Requests(service).typed(600);
        var loop = new OpenLoop(service.address());
        loop.read(benchRequests.subList(0, 2_000), 100, WARM_UP);
        var meter = new ResourceUse.Meter(service.child());
        var readLatencies = loop.read(benchRequests.subList(2_000, benchRequests.size()), 200, LENGTH);
        return new TableRow(
                String.format(
                        Locale.ROOT,
                        "search as you type in %,d, 200/s, p95",
                        data.scale().releases()),
                readLatencies.percentile(95),
                readLatencies.words(95) + " (median " + readLatencies.words(50) + ")",
                Target.atMost(20, "ms"),
                meter.read());
    }

    /** Measures reads at half the rate of a closed loop, while ten rumors a second are recorded. */
    static TableRow mixed(Service service, List<String> releases) {
        var requests = new Requests(service);
        var benchRequests = requests.mixed(releases);
        var rumored = requests.rumored(1_000);
        double capacity = Wrk.round(service.address(), benchRequests, Duration.ofSeconds(10))
                .rate();
        var loop = new OpenLoop(service.address());
        var half = rumored.size() / 2;
        // About other releases than later, because a repeated rumor is not written again.
        var warmUpWrites =
                CompletableFuture.supplyAsync(() -> loop.write(rumored.subList(half, rumored.size()), WRITES, WARM_UP));
        loop.read(benchRequests, capacity / 4, WARM_UP);
        warmUpWrites.join();
        var meter = new ResourceUse.Meter(service.child());
        var writes = CompletableFuture.supplyAsync(() -> loop.write(rumored.subList(0, half), WRITES, LENGTH));
        var readLatencies = loop.read(benchRequests, capacity / 2, LENGTH);
        var writeLatencies = writes.join();
        return new TableRow(
                "mixed load at half of capacity, 10 writes/s, p99",
                readLatencies.percentile(99),
                String.format(
                        Locale.ROOT,
                        "%s at %,.0f/s (median %s, writes' p95 %s)",
                        readLatencies.words(99),
                        capacity / 2,
                        readLatencies.words(50),
                        writeLatencies.words(95)),
                Target.atMost(10, "ms"),
                meter.read());
    }
}
