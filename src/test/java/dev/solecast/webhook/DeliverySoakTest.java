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

/** Two hundred streams and two hundred webhooks at once, and a service that is killed among them. */
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
    /** Between two writes; milliseconds. */
    private static final int PACE = 500;

    private static final long UNKNOWN = Long.MIN_VALUE;
    private static final double LONGEST_SECONDS = 1.0;

    /** An event at one stream; nanoseconds of this JVM's clock. */
    private record Arrival(long place, long at) {}

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<ServiceProcess> service = new AtomicReference<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Map<Long, Long> committed = new ConcurrentHashMap<>();
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final Queue<Double> ofWebhooks = new ConcurrentLinkedQueue<>();

    @Test
    void everyEventArrivesEverywhereInTimeAndNoneIsLostWhenTheServiceIsKilled() throws Exception {
        var port = ServiceProcess.freePort();
        service.set(ServiceProcess.start(ServiceProcess.JAR, folder, port, VARIABLES)
                .awaitReady());
        try (var receiver = new Receiver()) {
            var toldAt = new ConcurrentHashMap<String, Long>();
            receiver.answering(told -> {
                toldAt.putIfAbsent(told.id(), System.nanoTime());
                return new Receiver.Answer(204);
            });
            send("POST", "/v1/brands", "{\"slug\": \"soak\", \"name\": \"Soak\"}");
            var webhooks = new ArrayList<String>();
            for (var each = 0; each < READERS; each++) {
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
            for (var each = 0; each < READERS; each++) {
                streams.add(new Stream());
            }
            for (var stream : streams) {
                stream.awaitOpen();
            }
            write(0, EVENTS);
            measure(ids, toldAt, 0, EVENTS);
            killAndStartAgain(port);
            write(EVENTS, 2 * EVENTS);
            var places = committed.keySet().stream().sorted().toList();
            for (var stream : streams) {
                stream.awaitPlaces(places);
            }
            over.set(true);
            await("every webhook to be told everything", () -> toldAt.size() >= places.size() * READERS);
            for (var id : ids) {
                assertThat(places).allSatisfy(place -> assertThat(toldAt).containsKey("msg_" + id + "_" + place));
                assertFirstTellingsInOrder(id, places, toldAt);
            }
            for (var stream : streams) {
                assertThat(stream.places).containsExactlyElementsOf(places);
            }
            report(
                    "streams",
                    arrivals.stream()
                            .filter(arrival -> committed.get(arrival.place()) > UNKNOWN)
                            .map(arrival -> (arrival.at() - committed.get(arrival.place())) / 1e9)
                            .toList());
            report("webhooks", ofWebhooks);
            System.out.printf(
                    "%d deliveries, %d of them again after the kill%n",
                    receiver.received().size(), receiver.received().size() - places.size() * READERS);
        } finally {
            over.set(true);
            service.get().close();
        }
    }

    /** In the middle of the writing of one who does not know. */
    private void killAndStartAgain(int port) throws Exception {
        var writer = Thread.ofVirtual().start(() -> {
            for (var each = 0; each < 20; each++) {
                try {
                    note(send("POST", "/v1/models", model(10_000 + each)));
                } catch (IOException | InterruptedException | AssertionError e) {
                    break; // not acknowledged
                }
            }
        });
        Thread.sleep(PACE);
        service.get().kill();
        writer.join();
        service.set(ServiceProcess.start(ServiceProcess.JAR, folder, port, VARIABLES)
                .awaitReady());
        // What was committed but not acknowledged is told all the same.
        var next = "/v1/changes?brand=soak&type=model&limit=1000&after=0";
        JSON.readTree(send("GET", next, null))
                .path("items")
                .forEach(change -> committed.putIfAbsent(change.path("place").asLong(), System.nanoTime()));
    }

    private void write(int from, int to) throws Exception {
        for (var each = from; each < to; each++) {
            note(send("POST", "/v1/models", model(each)));
            Thread.sleep(PACE);
        }
    }

    private static String model(int number) {
        return "{\"slug\": \"soak-%d\", \"brand\": \"soak\", \"name\": \"Soak %d\"}".formatted(number, number);
    }

    /** When the answer came, the change was committed; a reader may have heard of it before. */
    private void note(String answer) throws IOException, InterruptedException {
        var now = System.nanoTime();
        var slug = JSON.readTree(answer).path("slug").asText();
        var log = JSON.readTree(send("GET", "/v1/changes?model=" + slug + "&after=0&limit=1", null));
        var place = log.path("items").path(0).path("place").asLong();
        if (place == 0) {
            // The log is longer than one read looks at.
            throw new AssertionError("no change of " + slug);
        }
        committed.put(place, now);
    }

    private void measure(List<String> ids, Map<String, Long> toldAt, int from, int to) throws Exception {
        await("the first half to arrive", () -> toldAt.size() >= (to - from) * READERS);
        for (var id : ids) {
            committed.forEach((place, at) -> ofWebhooks.add((toldAt.get("msg_" + id + "_" + place) - at) / 1e9));
        }
    }

    private static void assertFirstTellingsInOrder(String id, List<Long> places, Map<String, Long> toldAt) {
        var times = places.stream()
                .map(place -> toldAt.get("msg_" + id + "_" + place))
                .toList();
        assertThat(times).isSorted();
    }

    private static void report(String what, Collection<Double> seconds) {
        var sorted = seconds.stream().sorted().toList();
        var slow = sorted.get((int) (sorted.size() * 0.95));
        System.out.printf(
                "%s: %d arrivals, median %.3f s, 95th percentile %.3f s, longest %.3f s%n",
                what, sorted.size(), sorted.get(sorted.size() / 2), slow, sorted.getLast());
        assertThat(slow).as(what + ": 95th percentile").isLessThan(LONGEST_SECONDS);
    }

    private String send(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.get().address(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("X-API-Key", KEY)
                .header("Content-Type", "application/json")
                .build();
        var answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as(method + " " + path + ": " + answer.body())
                .isLessThan(300);
        return answer.body();
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        for (var tries = 0; !condition.getAsBoolean(); tries++) {
            assertThat(tries).as(what).isLessThan(1_200);
            Thread.sleep(100);
        }
    }

    /** A reader who connects again whenever the line breaks, as browsers do. */
    private final class Stream {

        private final List<Long> places = Collections.synchronizedList(new ArrayList<>());
        private volatile boolean open;

        Stream() {
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            String last = null;
            while (!over.get()) {
                var address = URI.create(service.get()
                        .address("/v1/changes/stream?brand=soak&type=model")
                        .toString());
                try (var source = new EventSource(address, last)) {
                    for (var event = source.next(500); !source.isOver() || event != null; event = source.next(500)) {
                        if (event != null) {
                            take(event);
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

        private void take(EventSource.Event event) {
            open = true;
            if (!event.type().equals("reached")) {
                var place = Long.parseLong(event.id());
                places.add(place);
                arrivals.add(new Arrival(place, event.nanos()));
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

        void awaitPlaces(List<Long> wanted) throws InterruptedException {
            await("a stream to tell everything", () -> places.size() >= wanted.size());
        }
    }
}
