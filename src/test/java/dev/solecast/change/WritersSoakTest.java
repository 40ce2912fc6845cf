package dev.solecast.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.change.stream.EventSource;
import dev.solecast.change.stream.UnreliableConnection;
import dev.solecast.database.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log under concurrent writers, against the packaged service. */
@Tag("soak")
class WritersSoakTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "solecast_soak_" + "0123456789abcdef".repeat(3);
    private static final Map<String, String> VARIABLES = Map.of(
            "SOLECAST_ADMIN_KEY", KEY,
            "SOLECAST_LIMITS_ANONYMOUS", "0",
            "SOLECAST_LIMITS_ADMIN", "0",
            "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false",
            // No jobs, because a refreshed forecast is logged too, seconds later.
            "QUARKUS_SCHEDULER_ENABLED", "false");

    private static final int WRITERS = 8;
    private static final Duration WRITING_TIME = Duration.ofSeconds(30);
    private static final int MANY = 10_000;
    /** The time after which writers stop even on a slow machine. */
    private static final Duration MAX_DURATION = Duration.ofMinutes(8);

    @TempDir
    private Path folder;

    @Test
    void readersSeeWhatEightWritersDoWithoutGapOrRepetitionAndCanRebuildIt() throws Exception {
        try (var service = start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writes = new RandomWrites(service.address("/"), KEY, "soak");
            var until = System.nanoTime() + WRITING_TIME.toNanos();
            var readers = List.of(
                    threads.submit(() -> poll(service.address("/"), until)),
                    threads.submit(() -> stream(service.address("/v1/changes/stream?after=0"), until)));
            awaitAll(write(threads, writes, until));
            var last = lastSequence(service.address("/"));
            for (var reader : readers) {
                var changes = reader.get();
                assertThat(changes.stream().map(change -> change.path("place").asLong()))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, last).boxed().toList());
                var rebuilt = new SyncClient(address -> new SyncClient.Response("", ""), "");
                changes.forEach(rebuilt::apply);
                ServerState.read(service.address("/"), null).assertSameAs(rebuilt, ServerState.allTypes());
            }
            System.out.printf("%d writes by %d writers in 30 s, %d changes%n", writes.written(), WRITERS, last);
        }
    }

    @Test
    void clientWhoseLineBreaksFollowsTenThousandChanges() throws Exception {
        try (var service = start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writes = new RandomWrites(service.address("/"), KEY, "soak");
            var connection = new UnreliableConnection(service.address("/"), 3);
            var client = new SyncClient(connection, "");
            while (!tryBegin(client)) {
                // retries from the beginning
            }
            var begun = System.nanoTime();
            var writers = new ArrayList<Future<?>>();
            for (var each = 0; each < WRITERS; each++) {
                var seed = 100 + each;
                writers.add(threads.submit(() -> {
                    writes.work(
                            seed, () -> client.applied() < MANY && System.nanoTime() - begun < MAX_DURATION.toNanos());
                    return null;
                }));
            }
            while (writers.stream().anyMatch(writer -> !writer.isDone())) {
                tryStep(client);
            }
            awaitAll(writers);
            while (!tryStep(client)) {
                // retries from the stored sequence number
            }
            assertThat(client.applied()).isGreaterThanOrEqualTo(MANY);
            assertThat(connection.cuts()).isGreaterThan(20);
            ServerState.read(service.address("/"), null).assertSameAs(client, ServerState.allTypes());
            System.out.printf(
                    "%d changes followed over a line that broke %d times%n", client.applied(), connection.cuts());
        }
    }

    private ServiceProcess start() throws Exception {
        return ServiceProcess.start(ServiceProcess.JAR, folder, ServiceProcess.freePort(), VARIABLES)
                .awaitReady();
    }

    private static List<Future<?>> write(ExecutorService threads, RandomWrites writes, long until) {
        var writers = new ArrayList<Future<?>>();
        for (var each = 0; each < WRITERS; each++) {
            var seed = each;
            Callable<Void> work = () -> {
                writes.work(seed, () -> System.nanoTime() < until);
                return null;
            };
            writers.add(threads.submit(work));
        }
        return writers;
    }

    private static void awaitAll(List<Future<?>> all) throws InterruptedException, ExecutionException {
        for (var each : all) {
            each.get();
        }
    }

    private static boolean tryBegin(SyncClient client) throws InterruptedException {
        try {
            client.begin("/v1/exports/all?include=state", "/v1/changes?limit=100", entry -> true);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean tryStep(SyncClient client) throws InterruptedException {
        try {
            return client.step();
        } catch (IOException e) {
            return false;
        }
    }

    private static long lastSequence(URI service) throws Exception {
        try (var stream = new EventSource(service.resolve("/v1/changes/stream"), null)) {
            return Long.parseLong(stream.next().id());
        }
    }

    /** Reads changes by long polling until {@code until}, in System.nanoTime(), and then until a poll finds none. */
    private static List<JsonNode> poll(URI service, long until) throws Exception {
        var changes = new ArrayList<JsonNode>();
        try (var client = HttpClient.newHttpClient()) {
            var next = "/v1/changes?after=0&wait=5";
            while (true) {
                var request = HttpRequest.newBuilder(service.resolve(next)).build();
                var page = JSON.readTree(
                        client.send(request, BodyHandlers.ofString()).body());
                page.path("items").forEach(changes::add);
                next = page.path("next").asText();
                if (page.path("items").isEmpty() && System.nanoTime() > until) {
                    return changes;
                }
            }
        }
    }

    private static List<JsonNode> stream(URI address, long until) throws Exception {
        var changes = new ArrayList<JsonNode>();
        try (var stream = new EventSource(address, null)) {
            while (true) {
                var event = stream.next(5_000);
                if (event == null && System.nanoTime() > until) {
                    return changes;
                } else if (event != null && !event.type().equals("reached")) {
                    changes.add(JSON.readTree(event.data()));
                }
            }
        }
    }
}
