package dev.solecast.bench;

import dev.solecast.bench.Row.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** How soon a start answers, and what memory 64 connections take. */
final class StartAndSize {

    private static final int STARTS = 5;

    /** As in the image: without the embedded PostgreSQL, and with a cache made by the image's options. */
    private static final Path APP = Path.of("target/quarkus-app-without-postgresql");

    private StartAndSize() {}

    static Row start(Dataset data) {
        var took = Latencies.of(IntStream.range(0, STARTS)
                .mapToLong(start -> {
                    try (var service = Service.start(data.database(), Service.APP, List.of())) {
                        return service.firstAnswer(Requests.UPCOMING).toNanos();
                    }
                })
                .toArray());
        return new Row(
                "start to first answer",
                took.median() / 1000,
                String.format(Locale.ROOT, "%.2f s", took.median() / 1000),
                Target.atMost(1.2, "s"),
                null);
    }

    static Row size(Dataset data) {
        learn(data);
        try (var service = Service.start(data.database(), APP, Service.AS_IN_THE_IMAGE)) {
            service.firstAnswer(Requests.UPCOMING);
            var asks = new Requests(service).mixed(new Requests(service).releases(1_000));
            var meter = new Use.Meter(service.child());
            Wrk.round(service.address(), asks, Duration.ofSeconds(20));
            var use = meter.read();
            return new Row(
                    "RSS at 64 connections, as in the image",
                    use.megabytes(),
                    use.megabytes() + " MB",
                    Target.atMost(350, "MB"),
                    use);
        }
    }

    private static void learn(Dataset data) {
        if (Files.exists(APP.resolve("solecast.aot"))) {
            return;
        }
        var command = new ArrayList<>(List.of("src/main/launch/learn", APP.toString()));
        command.addAll(Service.AS_IN_THE_IMAGE);
        Child.run(
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
