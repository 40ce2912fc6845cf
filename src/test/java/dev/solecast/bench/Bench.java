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
 * <p>Each service that is measured has first been asked in a closed loop for {@link #WARM_UP}.
 */
public final class Bench {

    private static final int SMALL = 1_000;
    private static final int USUAL = 120_000;
    private static final int LARGE = 1_000_000;
    static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Path TABLE = Path.of("target/bench/bench.md");
    private static final Path PICTURE = Path.of("target/bench/bench.svg");

    private final List<Row> rows = new ArrayList<>();

    private Bench() {}

    /** The size of the largest catalogue, 1,000,000 unless given. */
    public static void main(String... arguments) throws IOException, SQLException {
        int largest = arguments.length == 0 || arguments[0].isBlank() ? LARGE : Integer.parseInt(arguments[0].strip());
        Files.createDirectories(PICTURE.getParent());
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
                add(Unseen.rows(data, service, releases));
            }
            add(List.of(Latency.mixed(service, releases)));
        }
        try (var large = Dataset.open(largest);
                var ofLarge = Service.ready(large.database())) {
            warmUp(ofLarge, new Requests(ofLarge).releases(SMALL));
            add(List.of(Latency.search(large, ofLarge)));
            if (largest > SMALL) {
                grow(large, ofLarge);
            }
        }
        try (var small = Dataset.open(SMALL)) {
            add(List.of(StartAndSize.start(small), StartAndSize.size(small)));
        }
        System.out.println("\n" + Report.of(rows));
        Files.writeString(TABLE, Report.of(rows));
        Files.writeString(PICTURE, Picture.of(rows));
        System.out.println("The table is in " + TABLE + ", drawn in " + PICTURE + ".");
    }

    private void grow(Dataset large, Service ofLarge) throws IOException, SQLException {
        try (var small = Dataset.open(SMALL);
                var ofSmall = Service.ready(small.database())) {
            warmUp(ofSmall, new Requests(ofSmall).releases(SMALL));
            add(Growth.rows(small, ofSmall, large, ofLarge));
        }
    }

    private static void warmUp(Service service, List<String> releases) {
        var requests = new Requests(service);
        var asks = Stream.concat(requests.mixed(releases).stream().limit(2_000), requests.typed(20).stream())
                .toList();
        Wrk.round(service.address(), asks, WARM_UP);
    }

    private void add(List<Row> measured) {
        for (Row row : measured) {
            System.out.printf(Locale.ROOT, "%s: %s%n", row.what(), row.measured());
        }
        rows.addAll(measured);
    }
}
