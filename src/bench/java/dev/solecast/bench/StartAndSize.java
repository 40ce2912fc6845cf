package dev.solecast.bench;

import dev.solecast.bench.TableRow.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Measures the time from start to first response, and the memory at 64 connections. */
final class StartAndSize {

    private static final int STARTS = 5;

    /** The application of the image: without the embedded PostgreSQL, with an AOT cache for the image's options. */
    private static final Path APP = Path.of("target/quarkus-app-without-postgresql");

    private StartAndSize() {}

    static TableRow start(Dataset data) {
        var latencies = Latencies.of(IntStream.range(0, STARTS)
                .mapToLong(start -> {
                    try (var service = Service.start(data.database(), Service.APP, List.of())) {
                        return service.firstAnswer(Requests.UPCOMING).toNanos();
                    }
                })
                .toArray());
        return new TableRow(
                "start to first answer",
                latencies.median() / 1000,
                String.format(Locale.ROOT, "%.2f s", latencies.median() / 1000),
                Target.atMost(1.2, "s"),
                null);
    }

    static TableRow size(Dataset data) {
        makeAotCache(data);
        try (var service = Service.start(data.database(), APP, Service.AS_IN_THE_IMAGE)) {
            service.firstAnswer(Requests.UPCOMING);
            var benchRequests = new Requests(service).mixed(new Requests(service).releases(1_000));
            var meter = new ResourceUse.Meter(service.child());
            Wrk.round(service.address(), benchRequests, Duration.ofSeconds(20));
            var use = meter.read();
            return new TableRow(
                    "RSS at 64 connections, as in the image",
                    use.megabytes(),
                    use.megabytes() + " MB",
                    Target.atMost(350, "MB"),
                    use);
        }
    }

    private static void makeAotCache(Dataset data) {
        if (Files.exists(APP.resolve("solecast.aot"))) {
            return;
        }
        var command = new ArrayList<>(List.of("src/main/launch/learn", APP.toString()));
        command.addAll(Service.AS_IN_THE_IMAGE);
        ChildProcess.run(
                command,
                Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "SOLECAST_ADMIN_KEY", Service.KEY,
                        "QUARKUS_DATASOURCE_JDBC_URL", data.database().url(),
                        "QUARKUS_DATASOURCE_USERNAME", data.database().username(),
                        "QUARKUS_DATASOURCE_PASSWORD", data.database().password()),
                Duration.ofMinutes(2));
    }
}
