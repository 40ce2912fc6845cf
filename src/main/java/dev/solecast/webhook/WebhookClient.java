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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private final HttpClient client;
    private final Semaphore slots;

    WebhookClient(DestinationResolver destinations, WebhookSettings settings, Vertx vertx, Clock clock) {
        this.destinations = destinations;
        this.settings = settings;
        this.vertx = vertx;
        this.clock = clock;
        this.slots = new Semaphore(settings.atOnce(), true);
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setForceSni(true)
                .setVerifyHost(true)
                .setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setMaxHeaderSize(16_384)
                .setKeepAliveTimeout(20));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /** Waits for one of the concurrent slots, sends the message, and waits for the response. */
    AttemptResult send(String url, List<byte[]> secrets, Message message) throws InterruptedException {
        slots.acquire();
        var start = System.nanoTime();
        try {
            return attempt(destinations.resolve(url, settings), secrets, message, start);
        } catch (UnreachableDestination e) {
            return AttemptResult.failed(millisSince(start), "The address " + e.getMessage());
        } finally {
            slots.release();
        }
    }

    private AttemptResult attempt(Destination destination, List<byte[]> secrets, Message message, long start)
            throws InterruptedException {
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
        var future = request.compose(open -> {
            limit(open);
            return open.send(message.body());
        });
        try {
            var response = await(future);
            return AttemptResult.answered(response.statusCode(), millisSince(start), retryAfter(response));
        } catch (TimeoutException e) {
            return AttemptResult.failed(
                    millisSince(start), "No answer within " + settings.timeout().toSeconds() + " seconds.");
        } catch (ExecutionException e) {
            return AttemptResult.failed(millisSince(start), why(e.getCause()));
        }
    }

    private HttpClientResponse await(Future<HttpClientResponse> future)
            throws InterruptedException, ExecutionException, TimeoutException {
        return future.toCompletionStage()
                .toCompletableFuture()
                .get(settings.timeout().toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Resets the request when the receiver takes too long or sends too large a response. */
    private void limit(HttpClientRequest request) {
        var timer = vertx.setTimer(settings.timeout().toMillis(), timerId -> request.reset());
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
