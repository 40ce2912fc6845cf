package dev.solecast.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.change.stream.EventSource;
import dev.solecast.database.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred streams and two hundred webhooks at once, while the service is killed once. */
@Tag("soak")
class DeliverySoakTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "solecast_soak_" + "0123456789abcdef".repeat(3);
    private static final Map<String, String> VARIABLES = Map.of(
            "SOLECAST_ADMIN_KEY", KEY,
            "SOLECAST_LIMITS_ANONYMOUS", "0",
            "SOLECAST_LIMITS_ADMIN", "0",
            "SOLECAST_STREAM_MOST_EACH", "1000",
            "SOLECAST_WEBHOOKS_ALLOW_HTTP", "true",
            "SOLECAST_WEBHOOKS_ALLOW_INSIDE", "true",
            "SOLECAST_WEBHOOKS_PER_KEY", "1000",
            "SOLECAST_WEBHOOKS_LEASE", "5s",
            "SOLECAST_WEBHOOKS_FIRST_RETRY", "500ms",
            "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false");

    private static final int READERS = 200;
    private static final int EVENTS = 60;
    private static final int WRITE_INTERVAL_MILLIS = 500;

    private static final long UNKNOWN = Long.MIN_VALUE;
    private static final double MAX_P95_SECONDS = 1.0;

    /** The arrival of an event at one stream, in nanoseconds of this JVM's clock. */
    private record Arrival(long sequence, long nanos) {}

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<ServiceProcess> service = new AtomicReference<>();
    private final AtomicBoolean finished = new AtomicBoolean();
    private final Map<Long, Long> committed = new ConcurrentHashMap<>();
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final Queue<Double> webhookSeconds = new ConcurrentLinkedQueue<>();

    @Test
    void everyEventArrivesInTimeAndNoneIsLostInAKill() throws Exception {
        var port = ServiceProcess.freePort();
        service.set(ServiceProcess.start(ServiceProcess.JAR, folder, port, VARIABLES)
                .awaitReady());
        try (var receiver = new WebhookReceiver()) {
            var deliveredAt = new ConcurrentHashMap<String, Long>();
            receiver.responding(delivery -> {
                deliveredAt.putIfAbsent(delivery.id(), System.nanoTime());
                return new WebhookReceiver.Response(204);
            });
            send("POST", "/v1/brands", "{\"slug\": \"soak\", \"name\": \"Soak\"}");
            var webhooks = new ArrayList<String>();
            for (var i = 0; i < READERS; i++) {
                webhooks.add(send(
                        "POST",
                        "/v1/webhooks",
                        "{\"url\": \"%s\", \"filter\": {\"brand\": [\"soak\"]}}".formatted(receiver.url())));
            }
            var ids = new ArrayList<String>();
            for (var webhook : webhooks) {
                ids.add(JSON.readTree(webhook).path("id").asText());
            }
            var streams = new ArrayList<Stream>();
            for (var i = 0; i < READERS; i++) {
                streams.add(new Stream());
            }
            for (var stream : streams) {
                stream.awaitOpen();
            }
            write(0, EVENTS);
            measure(ids, deliveredAt, 0, EVENTS);
            killAndStartAgain(port);
            write(EVENTS, 2 * EVENTS);
            var sequences = committed.keySet().stream().sorted().toList();
            for (var stream : streams) {
                stream.awaitSequences(sequences);
            }
            finished.set(true);
            await("every webhook to be told everything", () -> deliveredAt.size() >= sequences.size() * READERS);
            for (var id : ids) {
                assertThat(sequences)
                        .allSatisfy(sequence -> assertThat(deliveredAt).containsKey("msg_" + id + "_" + sequence));
                assertFirstDeliveriesInOrder(id, sequences, deliveredAt);
            }
            for (var stream : streams) {
                assertThat(stream.sequences).containsExactlyElementsOf(sequences);
            }
            report(
                    "streams",
                    arrivals.stream()
                            .filter(arrival -> committed.get(arrival.sequence()) > UNKNOWN)
                            .map(arrival -> (arrival.nanos() - committed.get(arrival.sequence())) / 1e9)
                            .toList());
            report("webhooks", webhookSeconds);
            System.out.printf(
                    "%d deliveries, %d of them again after the kill%n",
                    receiver.received().size(), receiver.received().size() - sequences.size() * READERS);
        } finally {
            finished.set(true);
            service.get().close();
        }
    }

    /** Kills the service in the middle of writes, and starts it again. */
    private void killAndStartAgain(int port) throws Exception {
        var writer = Thread.ofVirtual().start(() -> {
            for (var i = 0; i < 20; i++) {
                try {
                    recordCommit(send("POST", "/v1/models", model(10_000 + i)));
                } catch (IOException | InterruptedException | AssertionError e) {
                    break; // not acknowledged
                }
            }
        });
        Thread.sleep(WRITE_INTERVAL_MILLIS);
        service.get().kill();
        writer.join();
        service.set(ServiceProcess.start(ServiceProcess.JAR, folder, port, VARIABLES)
                .awaitReady());
        // Changes that were committed but not acknowledged are delivered, too.
        var next = "/v1/changes?brand=soak&type=model&limit=1000&after=0";
        JSON.readTree(send("GET", next, null))
                .path("items")
                .forEach(change -> committed.putIfAbsent(change.path("place").asLong(), System.nanoTime()));
    }

    private void write(int from, int to) throws Exception {
        for (var i = from; i < to; i++) {
            recordCommit(send("POST", "/v1/models", model(i)));
            Thread.sleep(WRITE_INTERVAL_MILLIS);
        }
    }

    private static String model(int i) {
        return "{\"slug\": \"soak-%d\", \"brand\": \"soak\", \"name\": \"Soak %d\"}".formatted(i, i);
    }

    /** Records now as the time of the commit; a reader may have received the change before. */
    private void recordCommit(String response) throws IOException, InterruptedException {
        var now = System.nanoTime();
        var slug = JSON.readTree(response).path("slug").asText();
        var log = JSON.readTree(send("GET", "/v1/changes?model=" + slug + "&after=0&limit=1", null));
        var sequence = log.path("items").path(0).path("place").asLong();
        if (sequence == 0) {
            // The log is longer than one read scans.
            throw new AssertionError("no change of " + slug);
        }
        committed.put(sequence, now);
    }

    private void measure(List<String> ids, Map<String, Long> deliveredAt, int from, int to) throws Exception {
        await("the first half to arrive", () -> deliveredAt.size() >= (to - from) * READERS);
        for (var id : ids) {
            committed.forEach((sequence, nanos) ->
                    webhookSeconds.add((deliveredAt.get("msg_" + id + "_" + sequence) - nanos) / 1e9));
        }
    }

    private static void assertFirstDeliveriesInOrder(String id, List<Long> sequences, Map<String, Long> deliveredAt) {
        var times = sequences.stream()
                .map(sequence -> deliveredAt.get("msg_" + id + "_" + sequence))
                .toList();
        assertThat(times).isSorted();
    }

    private static void report(String name, Collection<Double> seconds) {
        var sorted = seconds.stream().sorted().toList();
        var slow = sorted.get((int) (sorted.size() * 0.95));
        System.out.printf(
                "%s: %d arrivals, median %.3f s, 95th percentile %.3f s, longest %.3f s%n",
                name, sorted.size(), sorted.get(sorted.size() / 2), slow, sorted.getLast());
        assertThat(slow).as(name + ": 95th percentile").isLessThan(MAX_P95_SECONDS);
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.get().address(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("X-API-Key", KEY)
                .header("Content-Type", "application/json")
                .build();
        var response = client.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode())
                .as(method + " " + path + ": " + response.body())
                .isLessThan(300);
        return response.body();
    }

    private static void await(String name, BooleanSupplier condition) throws InterruptedException {
        for (var tries = 0; !condition.getAsBoolean(); tries++) {
            assertThat(tries).as(name).isLessThan(1_200);
            Thread.sleep(100);
        }
    }

    /** A reader that connects again whenever the connection breaks, as browsers do. */
    private final class Stream {

        private final List<Long> sequences = Collections.synchronizedList(new ArrayList<>());
        private volatile boolean open;

        Stream() {
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            String last = null;
            while (!finished.get()) {
                var address = URI.create(service.get()
                        .address("/v1/changes/stream?brand=soak&type=model")
                        .toString());
                try (var source = new EventSource(address, last)) {
                    for (var event = source.next(500); !source.isOver() || event != null; event = source.next(500)) {
                        if (event != null) {
                            accept(event);
                            last = event.id();
                        }
                    }
                    Thread.sleep(200);
                } catch (IOException e) {
                    pause();
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        private void accept(EventSource.Event event) {
            open = true;
            if (!event.type().equals("reached")) {
                var sequence = Long.parseLong(event.id());
                sequences.add(sequence);
                arrivals.add(new Arrival(sequence, event.nanos()));
            }
        }

        private static void pause() {
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void awaitOpen() throws InterruptedException {
            await("a stream to open", () -> open);
        }

        void awaitSequences(List<Long> expected) throws InterruptedException {
            await("a stream to tell everything", () -> sequences.size() >= expected.size());
        }
    }
}
