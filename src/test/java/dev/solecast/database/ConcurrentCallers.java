package dev.solecast.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Callers that call a service in a loop, each from its own address 20 ms after its last response, and record all
 * responses.
 */
final class ConcurrentCallers implements AutoCloseable {

    private static final int COUNT = 24;
    private static final Duration MAX_RESPONSE_TIME = Duration.ofSeconds(3);
    private static final Duration RECOVERY = Duration.ofSeconds(2);

    /** A response and its times, in nanoseconds of the JVM's clock. */
    private record Response(String path, long sentAt, long receivedAt, int status, String retryAfter, String body) {

        long duration() {
            return receivedAt - sentAt;
        }
    }

    private final List<HttpClient> clients =
            IntStream.rangeClosed(1, COUNT).mapToObj(ConcurrentCallers::client).toList();
    private final Queue<Response> responses = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ServiceProcess service;
    private final List<Thread> threads;

    /** Starts the calls, and returns when the service has warmed up. */
    ConcurrentCallers(ServiceProcess service, String... paths) throws Exception {
        this.service = service;
        this.threads = IntStream.range(0, COUNT)
                .mapToObj(i -> Thread.ofVirtual().start(() -> callUntilClosed(clients.get(i), paths[i % paths.length])))
                .toList();
        service.await("warm", () -> responses.size() > 20 * COUNT);
    }

    private static HttpClient client(int number) {
        try {
            return HttpClient.newBuilder()
                    .localAddress(InetAddress.getByName("127.0.2." + number))
                    .build();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void callUntilClosed(HttpClient client, String path) {
        try {
            do {
                responses.add(call(client, service.address(path)));
            } while (!closing.await(20, TimeUnit.MILLISECONDS));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("every call is answered", e);
        }
    }

    private Response call(HttpClient client, URI address) throws IOException, InterruptedException {
        long sentAt = System.nanoTime();
        var response = client.send(
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        return new Response(
                address.getPath(),
                sentAt,
                System.nanoTime(),
                response.statusCode(),
                response.headers().firstValue("Retry-After").orElse(""),
                response.body());
    }

    /** Waits until a request sent after this time was answered with 503. */
    void awaitOutage(long after) throws Exception {
        service.await(
                "outage",
                () -> responses.stream().anyMatch(response -> response.sentAt > after && response.status == 503));
    }

    /** Checks that readiness, but not liveness, reports the outage, both in time. */
    void assertUnready() throws Exception {
        var ready = call(clients.getFirst(), service.management("/q/health/ready"));
        assertThat(ready.status).isEqualTo(503);
        assertThat(ready.duration()).isLessThan(MAX_RESPONSE_TIME.toNanos());
        assertThat(call(clients.getFirst(), service.management("/q/health/live")).status)
                .isEqualTo(200);
    }

    /**
     * Waits for the recovery, and checks that from the fault on every request was answered, with a result or with 503,
     * in time, and that none was refused any more soon after the database was restored.
     */
    void assertRecovered(String fault, long failedAt, long restoredAt) throws Exception {
        TimeUnit.NANOSECONDS.sleep(restoredAt + RECOVERY.plusSeconds(3).toNanos() - System.nanoTime());
        var after = responses.stream()
                .filter(response -> response.receivedAt > failedAt)
                .toList();
        var outages = after.stream().filter(response -> response.status != 200).toList();
        long longest = after.stream().mapToLong(Response::duration).max().orElseThrow();
        long shortest = outages.stream().mapToLong(Response::duration).min().orElse(0);
        long lastSentAt = outages.stream().mapToLong(Response::sentAt).max().orElse(restoredAt);
        System.out.printf(
                Locale.ROOT,
                "%s: %d answers, %d of them 503 in %.2f to %.2f s; last one asked %.2f s after the database was back%n",
                fault,
                after.size(),
                outages.size(),
                shortest / 1e9,
                longest / 1e9,
                (lastSentAt - restoredAt) / 1e9);
        assertThat(after)
                .allSatisfy(response -> assertThat(response.duration()).isLessThan(MAX_RESPONSE_TIME.toNanos()));
        assertThat(outages).allSatisfy(response -> {
            assertThat(response.status).as(response.body).isEqualTo(503);
            assertThat(response.retryAfter).isEqualTo("2");
            assertThat(response.body).contains("\"code\":\"unavailable\"");
            assertThat(response.sentAt - restoredAt).as("back in time").isLessThan(RECOVERY.toNanos());
        });
        assertThat(call(clients.getFirst(), service.management("/q/health/ready")).status)
                .isEqualTo(200);
    }

    @Override
    public void close() throws InterruptedException {
        closing.countDown();
        for (var thread : threads) {
            thread.join();
        }
        clients.forEach(HttpClient::close);
    }
}
