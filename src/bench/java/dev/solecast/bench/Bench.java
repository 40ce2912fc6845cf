package dev.solecast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Measures the packaged service and prints the table of its targets.
 *
 * <p>Each service is first sent requests in a closed loop for {@link #WARM_UP}.
 */
public final class Bench {

    private static final int SMALL = 1_000;
    private static final int USUAL = 120_000;
    private static final int LARGE = 1_000_000;
    static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Path TABLE = Path.of("target/bench/bench.md");
    private static final Path CHART = Path.of("target/bench/bench.svg");

    private final List<TableRow> rows = new ArrayList<>();

    private Bench() {}

    /** Runs all measurements; the argument is the size of the largest catalogue in releases, 1,000,000 by default. */
    public static void main(String... arguments) throws IOException, SQLException {
        int largest = arguments.length == 0 || arguments[0].isBlank() ? LARGE : Integer.parseInt(arguments[0].strip());
        Files.createDirectories(CHART.getParent());
        new Bench().measure(largest);
        System.exit(0);
    }

    private void measure(int largest) throws IOException, SQLException {
        try (var data = Dataset.open(Math.min(USUAL, largest));
                var service = Service.ready(data.database())) {
            var releases = new Requests(service).releases(USUAL);
            warmUp(service, releases);
            add(Warm.rows(service));
            if (data.scale().releases() >= USUAL) {
                add(UncachedReads.rows(data, service, releases));
            }
            add(List.of(Latency.mixed(service, releases)));
        }
        try (var large = Dataset.open(largest);
                var largeService = Service.ready(large.database())) {
            warmUp(largeService, new Requests(largeService).releases(SMALL));
            add(List.of(Latency.search(large, largeService)));
            if (largest > SMALL) {
                grow(large, largeService);
            }
        }
        try (var small = Dataset.open(SMALL)) {
            add(List.of(StartAndSize.start(small), StartAndSize.size(small)));
        }
        System.out.println("\n" + MarkdownTable.of(rows));
        Files.writeString(TABLE, MarkdownTable.of(rows));
        Files.writeString(CHART, BarChart.of(rows));
        System.out.println("The table is in " + TABLE + ", drawn in " + CHART + ".");
    }

    private void grow(Dataset large, Service largeService) throws IOException, SQLException {
        try (var small = Dataset.open(SMALL);
                var smallService = Service.ready(small.database())) {
            warmUp(smallService, new Requests(smallService).releases(SMALL));
            add(Growth.rows(small, smallService, large, largeService));
        }
    }

    private static void warmUp(Service service, List<String> releases) {
        var requests = new Requests(service);
        var benchRequests = Stream.concat(requests.mixed(releases).stream().limit(2_000), requests.typed(20).stream())
                .toList();
        Wrk.round(service.address(), benchRequests, WARM_UP);
    }

    private void add(List<TableRow> measured) {
        for (TableRow row : measured) {
            System.out.printf(Locale.ROOT, "%s: %s%n", row.what(), row.measured());
        }
        rows.addAll(measured);
    }
}
