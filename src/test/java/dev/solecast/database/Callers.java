package dev.solecast.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
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

/** People who call a service over and over, each as soon as the last answer has come, and note what they were told. */
final class Callers implements AutoCloseable {

    private static final int COUNT = 24;
    private static final Duration LONGEST = Duration.ofSeconds(3);
    private static final Duration RECOVERY = Duration.ofSeconds(2);

    /** Times are nanoseconds of the JVM's clock. */
    private record Answer(String path, long asked, long came, int status, String retryAfter, String body) {

        long took() {
            return came - asked;
        }
    }

    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ServiceProcess service;
    private final List<Thread> threads;

    /** Starts to call, and comes back when the service has warmed up. */
    Callers(ServiceProcess service, String... paths) throws Exception {
        this.service = service;
        this.threads = IntStream.range(0, COUNT)
                .mapToObj(number -> Thread.ofVirtual().start(() -> callUntilClosed(paths[number % paths.length])))
                .toList();
        service.await("warm", () -> answers.size() > 20 * COUNT);
    }

    private void callUntilClosed(String path) {
        try {
            do {
                answers.add(call(service.address(path)));
            } while (!closing.await(20, TimeUnit.MILLISECONDS));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("every call is answered", e);
        }
    }

    private Answer call(URI address) throws IOException, InterruptedException {
        long asked = System.nanoTime();
        var answer = client.send(
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        return new Answer(
                address.getPath(),
                asked,
                System.nanoTime(),
                answer.statusCode(),
                answer.headers().firstValue("Retry-After").orElse(""),
                answer.body());
    }

    /** Waits until somebody was told, after this moment, that the service is unavailable. */
    void awaitOutage(long since) throws Exception {
        service.await("outage", () -> answers.stream().anyMatch(each -> each.asked > since && each.status == 503));
    }

    /** Readiness tells the outage, liveness does not, and both in time. */
    void assertUnready() throws Exception {
        var ready = call(service.management("/q/health/ready"));
        assertThat(ready.status).isEqualTo(503);
        assertThat(ready.took()).isLessThan(LONGEST.toNanos());
        assertThat(call(service.management("/q/health/live")).status).isEqualTo(200);
    }

    /**
     * Waits a while longer, and checks that from the fault on every caller got an answer or an honest problem in time,
     * and that all were served again soon after the database was back.
     */
    void assertKept(String fault, long broken, long mended) throws Exception {
        TimeUnit.NANOSECONDS.sleep(mended + RECOVERY.plusSeconds(3).toNanos() - System.nanoTime());
        var since = answers.stream().filter(each -> each.came > broken).toList();
        var outages = since.stream().filter(each -> each.status != 200).toList();
        long longest = since.stream().mapToLong(Answer::took).max().orElseThrow();
        long quickest = outages.stream().mapToLong(Answer::took).min().orElse(0);
        long lastAsked = outages.stream().mapToLong(Answer::asked).max().orElse(mended);
        System.out.printf(
                Locale.ROOT,
                "%s: %d answers, %d of them 503 in %.2f to %.2f s; last one asked %.2f s after the database was back%n",
                fault,
                since.size(),
                outages.size(),
                quickest / 1e9,
                longest / 1e9,
                (lastAsked - mended) / 1e9);
        assertThat(since).allSatisfy(each -> assertThat(each.took()).isLessThan(LONGEST.toNanos()));
        assertThat(outages).allSatisfy(each -> {
            assertThat(each.status).as(each.body).isEqualTo(503);
            assertThat(each.retryAfter).isEqualTo("2");
            assertThat(each.body).contains("\"code\":\"unavailable\"");
            assertThat(each.asked - mended).as("back in time").isLessThan(RECOVERY.toNanos());
        });
        assertThat(call(service.management("/q/health/ready")).status).isEqualTo(200);
    }

    @Override
    public void close() throws InterruptedException {
        closing.countDown();
        for (var thread : threads) {
            thread.join();
        }
        client.close();
    }
}
