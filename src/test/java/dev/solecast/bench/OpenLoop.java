package dev.solecast.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests when they are due, whether those before are answered or not, and measures from then on: a service that
 * stalls does not keep anybody from asking.
 */
final class OpenLoop implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client;

    OpenLoop(URI address) {
        client = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost(address.getHost())
                .setDefaultPort(address.getPort())
                .setMaxPoolSize(64));
    }

    /** Asks for each in turn. */
    Latencies read(List<Ask> asks, double perSecond, Duration length) {
        return run(perSecond, length, i -> {
            Ask ask = asks.get(i % asks.size());
            return client.request(HttpMethod.GET, ask.path()).compose(request -> {
                if (ask.tag() != null) {
                    request.putHeader("If-None-Match", ask.tag());
                }
                return request.send();
            });
        });
    }

    /** Records a rumor about each release in turn. */
    Latencies write(List<String> releases, double perSecond, Duration length) {
        return run(
                perSecond,
                length,
                i -> client.request(HttpMethod.POST, "/v1/releases/" + releases.get(i % releases.size()) + "/rumors")
                        .compose(request -> request.putHeader("X-API-Key", Service.KEY)
                                .putHeader("Content-Type", "application/json")
                                .send(
                                        "{\"source\": \"source-%d\", \"kind\": \"report\", \"saidOn\": \"2026-11-01\", \"window\": \"2027-%02d\"}"
                                                .formatted(i % 60, 1 + i % 12))));
    }

    private interface Sending {
        Future<HttpClientResponse> send(int i);
    }

    private Latencies run(double perSecond, Duration length, Sending sending) {
        int all = (int) (perSecond * length.toSeconds());
        long[] took = new long[all];
        Arrays.fill(took, Latencies.NEVER);
        var left = new CountDownLatch(all);
        long begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
        for (int i = 0; i < all; i++) {
            int number = i;
            long due = begin + (long) (i * 1e9 / perSecond);
            Pause.until(due);
            sending.send(number)
                    .compose(answer -> answer.body().map(body -> answer.statusCode()))
                    .onSuccess(status -> {
                        if (status < 400) {
                            took[number] = System.nanoTime() - due;
                        }
                    })
                    .onComplete(done -> left.countDown());
        }
        try {
            left.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return Latencies.of(took);
    }

    @Override
    public void close() {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
