package dev.solecast.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.change.stream.EventSource;
import dev.solecast.change.stream.Unsteady;
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

/** The log under many writers at once, against the packaged service. */
@Tag("soak")
class WritersSoakTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "solecast_soak_" + "0123456789abcdef".repeat(3);
    private static final Map<String, String> VARIABLES = Map.of(
            "SOLECAST_ADMIN_KEY", KEY,
            "SOLECAST_LIMITS_ANONYMOUS", "0",
            "SOLECAST_LIMITS_ADMIN", "0",
            "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false",
            // Nobody but the writers writes: a forecast that is renewed is logged too, seconds later.
            "QUARKUS_SCHEDULER_ENABLED", "false");

    private static final int WRITERS = 8;
    private static final Duration WRITING = Duration.ofSeconds(30);
    private static final int MANY = 10_000;
    /** Writers stop by then, however slow the machine. */
    private static final Duration LONGEST = Duration.ofMinutes(8);

    @TempDir
    private Path folder;

    @Test
    void readersSeeWhatEightWritersDoWithoutGapOrRepetitionAndCanRebuildIt() throws Exception {
        try (var service = start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var newsroom = new Newsroom(service.address("/"), KEY, "soak");
            var until = System.nanoTime() + WRITING.toNanos();
            var readers = List.of(
                    threads.submit(() -> poll(service.address("/"), until)),
                    threads.submit(() -> stream(service.address("/v1/changes/stream?after=0"), until)));
            join(write(threads, newsroom, until));
            var last = end(service.address("/"));
            for (var reader : readers) {
                var changes = reader.get();
                assertThat(changes.stream().map(change -> change.path("place").asLong()))
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, last).boxed().toList());
                var rebuilt = new SyncClient(address -> new SyncClient.Answer("", ""), "");
                changes.forEach(rebuilt::apply);
                ServerState.read(service.address("/"), null).assertSameAs(rebuilt, ServerState.allTypes());
            }
            System.out.printf("%d writes by %d writers in 30 s, %d changes%n", newsroom.written(), WRITERS, last);
        }
    }

    @Test
    void clientWhoseLineBreaksFollowsTenThousandChangesToTheStateOfTheServer() throws Exception {
        try (var service = start();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var newsroom = new Newsroom(service.address("/"), KEY, "soak");
            var line = new Unsteady(service.address("/"), 3);
            var client = new SyncClient(line, "");
            while (!begun(client)) {
                // again, from nothing
            }
            var begun = System.nanoTime();
            var writers = new ArrayList<Future<?>>();
            for (var each = 0; each < WRITERS; each++) {
                var seed = 100 + each;
                writers.add(threads.submit(() -> {
                    newsroom.work(seed, () -> client.applied() < MANY && System.nanoTime() - begun < LONGEST.toNanos());
                    return null;
                }));
            }
            while (writers.stream().anyMatch(writer -> !writer.isDone())) {
                attempt(client);
            }
            join(writers);
            while (!attempt(client)) {
                // again, from the place that was stored
            }
            assertThat(client.applied()).isGreaterThanOrEqualTo(MANY);
            assertThat(line.cuts()).isGreaterThan(20);
            ServerState.read(service.address("/"), null).assertSameAs(client, ServerState.allTypes());
            System.out.printf("%d changes followed over a line that broke %d times%n", client.applied(), line.cuts());
        }
    }

    private ServiceProcess start() throws Exception {
        return ServiceProcess.start(ServiceProcess.JAR, folder, ServiceProcess.freePort(), VARIABLES)
                .awaitReady();
    }

    private static List<Future<?>> write(ExecutorService threads, Newsroom newsroom, long until) {
        var writers = new ArrayList<Future<?>>();
        for (var each = 0; each < WRITERS; each++) {
            var seed = each;
            Callable<Void> work = () -> {
                newsroom.work(seed, () -> System.nanoTime() < until);
                return null;
            };
            writers.add(threads.submit(work));
        }
        return writers;
    }

    private static void join(List<Future<?>> all) throws InterruptedException, ExecutionException {
        for (var each : all) {
            each.get();
        }
    }

    private static boolean begun(SyncClient client) throws InterruptedException {
        try {
            client.begin("/v1/exports/all?include=state", "/v1/changes?limit=100", entry -> true);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean attempt(SyncClient client) throws InterruptedException {
        try {
            return client.step();
        } catch (IOException e) {
            return false;
        }
    }

    private static long end(URI service) throws Exception {
        try (var stream = new EventSource(service.resolve("/v1/changes/stream"), null)) {
            return Long.parseLong(stream.next().id());
        }
    }

    /** Follows by waiting requests until the writers are done and nothing more comes. */
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
