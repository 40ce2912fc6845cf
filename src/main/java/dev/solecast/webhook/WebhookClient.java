package dev.solecast.webhook;

import dev.solecast.outbound.DestinationResolver;
import dev.solecast.outbound.DestinationResolver.Destination;
import dev.solecast.outbound.UnreachableDestination;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Sends a message to its receiver: one attempt, limited in time and in bytes read; redirections are not followed. */
@Singleton
class WebhookClient {

    /** In bytes. */
    private static final long MAX_RESPONSE = 65_536;

    private final DestinationResolver destinations;
    private final WebhookSettings settings;
    private final Vertx vertx;
    private final Clock clock;
    private final DeliverySlots slots;
    private final HttpClient client;
    /** With connections of its own, so that no delivery waits for a test. */
    private final HttpClient manualClient;

    WebhookClient(
            DestinationResolver destinations, WebhookSettings settings, DeliverySlots slots, Vertx vertx, Clock clock) {
        this.destinations = destinations;
        this.settings = settings;
        this.vertx = vertx;
        this.clock = clock;
        this.slots = slots;
        this.client = httpClient(settings.atOnceEach());
        this.manualClient = httpClient(settings.testsAtOnce());
    }

    /** @param connections the most to one address; as many as requests at once, so that none waits for a connection */
    private HttpClient httpClient(int connections) {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setForceSni(true)
                        .setVerifyHost(true)
                        .setConnectTimeout((int) settings.connectTimeout().toMillis())
                        .setMaxHeaderSize(16_384)
                        .setKeepAliveTimeout(20),
                new PoolOptions().setHttp1MaxSize(connections));
    }

    @PreDestroy
    void close() {
        client.close();
        manualClient.close();
    }

    /** Delivers a message: waits for a place to its receiver, sends it, and waits for the response. */
    AttemptResult deliver(PendingDelivery delivery, Message message) throws InterruptedException {
        var start = System.nanoTime();
        try {
            var destination = destinations.resolve(delivery.url(), delivery.owner(), settings);
            try (var _ = slots.acquire(destination.address())) {
                return attempt(client, destination, delivery.secrets(), message, settings.timeout());
            }
        } catch (UnreachableDestination e) {
            return unreachable(e, start);
        }
    }

    /** Sends a message on request, beside all deliveries and with less patience. */
    AttemptResult send(Webhook webhook, Message message) throws InterruptedException {
        var start = System.nanoTime();
        try {
            var destination = destinations.resolve(webhook.url(), webhook.owner(), settings);
            return attempt(
                    manualClient, destination, webhook.secrets(clock.instant()), message, settings.testTimeout());
        } catch (UnreachableDestination e) {
            return unreachable(e, start);
        }
    }

    private static AttemptResult unreachable(UnreachableDestination e, long start) {
        return AttemptResult.failed(millisSince(start), "The address " + e.getMessage());
    }

    private AttemptResult attempt(
            HttpClient client, Destination destination, List<byte[]> secrets, Message message, Duration timeout)
            throws InterruptedException {
        var start = System.nanoTime();
        var timestamp = clock.instant().getEpochSecond();
        var request = client.request(new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        new InetSocketAddress(destination.address(), destination.port())))
                .setHost(destination.host())
                .setPort(destination.port())
                .setSsl(destination.tls())
                .setURI(destination.target())
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Solecast")
                .putHeader("webhook-id", message.id())
                .putHeader("webhook-timestamp", Long.toString(timestamp))
                .putHeader("webhook-signature", message.signatures(secrets, timestamp)));
        var expired = new AtomicBoolean();
        var future = request.compose(open -> {
            if (expired.get()) {
                open.reset();
                return Future.failedFuture(new TimeoutException());
            }
            limit(open, timeout);
            return open.send(message.body());
        });
        try {
            var response =
                    future.toCompletionStage().toCompletableFuture().get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return AttemptResult.answered(response.statusCode(), millisSince(start), retryAfter(response));
        } catch (TimeoutException e) {
            expired.set(true);
            return noAnswer(start, timeout);
        } catch (ExecutionException e) {
            // After the timeout it is this client that has broken the connection.
            return millisSince(start) >= timeout.toMillis()
                    ? noAnswer(start, timeout)
                    : AttemptResult.failed(millisSince(start), why(e.getCause()));
        }
    }

    private static AttemptResult noAnswer(long start, Duration timeout) {
        return AttemptResult.failed(millisSince(start), "No answer within " + timeout.toSeconds() + " seconds.");
    }

    /** Resets the request when the receiver takes too long or sends too large a response. */
    private void limit(HttpClientRequest request, Duration timeout) {
        var timer = vertx.setTimer(timeout.toMillis(), timerId -> request.reset());
        request.exceptionHandler(failed -> vertx.cancelTimer(timer));
        request.response().onSuccess(response -> {
            var bytes = new long[1];
            response.handler(part -> {
                bytes[0] += part.length();
                if (bytes[0] > MAX_RESPONSE) {
                    request.reset();
                }
            });
            response.exceptionHandler(failed -> vertx.cancelTimer(timer));
            response.endHandler(done -> vertx.cancelTimer(timer));
        });
    }

    /** Returns the wait that {@code Retry-After} asks for; null if it is missing or malformed. */
    private @Nullable Duration retryAfter(HttpClientResponse response) {
        var header = response.getHeader("Retry-After");
        if (header == null) {
            return null;
        } else if (header.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        try {
            var retryAt = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Duration.between(clock.instant(), retryAt.toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String why(@Nullable Throwable failure) {
        return switch (failure) {
            case SSLException tls -> "TLS failed: the certificate must be valid, and of this host.";
            case ConnectException refused -> "The receiver cannot be connected to.";
            case null, default -> "The receiver broke the connection, or did not speak HTTP.";
        };
    }

    private static int millisSince(long start) {
        return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }
}
