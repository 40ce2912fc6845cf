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

/** Carries a message to its receiver: one attempt, bounded in time and in what it reads, without following redirections. */
@Singleton
class WebhookClient {

    private static final long LONGEST_ANSWER = 65_536;

    private final DestinationResolver destinations;
    private final WebhookSettings settings;
    private final Vertx vertx;
    private final Clock clock;
    private final HttpClient client;
    private final Semaphore underWay;

    WebhookClient(DestinationResolver destinations, WebhookSettings settings, Vertx vertx, Clock clock) {
        this.destinations = destinations;
        this.settings = settings;
        this.vertx = vertx;
        this.clock = clock;
        this.underWay = new Semaphore(settings.atOnce(), true);
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

    /** Waits for its turn, and then for the answer. */
    AttemptResult send(String url, List<byte[]> secrets, Message message) throws InterruptedException {
        underWay.acquire();
        var begun = System.nanoTime();
        try {
            return attempt(destinations.find(url, settings), secrets, message, begun);
        } catch (UnreachableDestination e) {
            return AttemptResult.failed(since(begun), "The address " + e.getMessage());
        } finally {
            underWay.release();
        }
    }

    private AttemptResult attempt(Destination to, List<byte[]> secrets, Message message, long begun)
            throws InterruptedException {
        var timestamp = clock.instant().getEpochSecond();
        var request = client.request(new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(to.address(), to.port())))
                .setHost(to.host())
                .setPort(to.port())
                .setSsl(to.tls())
                .setURI(to.target())
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Solecast")
                .putHeader("webhook-id", message.id())
                .putHeader("webhook-timestamp", Long.toString(timestamp))
                .putHeader("webhook-signature", message.signatures(secrets, timestamp)));
        var answer = request.compose(open -> {
            boundTime(open);
            return open.send(message.body());
        });
        try {
            var response = await(answer);
            return AttemptResult.answered(response.statusCode(), since(begun), retryAfter(response));
        } catch (TimeoutException e) {
            return AttemptResult.failed(
                    since(begun), "No answer within " + settings.timeout().toSeconds() + " seconds.");
        } catch (ExecutionException e) {
            return AttemptResult.failed(since(begun), why(e.getCause()));
        }
    }

    private HttpClientResponse await(Future<HttpClientResponse> answer)
            throws InterruptedException, ExecutionException, TimeoutException {
        return answer.toCompletionStage()
                .toCompletableFuture()
                .get(settings.timeout().toNanos(), TimeUnit.NANOSECONDS);
    }

    /** However slowly a receiver listens or talks, and however much. */
    private void boundTime(HttpClientRequest request) {
        var timer = vertx.setTimer(settings.timeout().toMillis(), over -> request.reset());
        request.exceptionHandler(failed -> vertx.cancelTimer(timer));
        request.response().onSuccess(response -> {
            var read = new long[1];
            response.handler(part -> {
                read[0] += part.length();
                if (read[0] > LONGEST_ANSWER) {
                    request.reset();
                }
            });
            response.exceptionHandler(failed -> vertx.cancelTimer(timer));
            response.endHandler(end -> vertx.cancelTimer(timer));
        });
    }

    /** Null if the receiver asked for nothing, or for something else. */
    private @Nullable Duration retryAfter(HttpClientResponse response) {
        var header = response.getHeader("Retry-After");
        if (header == null) {
            return null;
        } else if (header.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(header));
        }
        try {
            var at = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Duration.between(clock.instant(), at.toInstant());
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

    private static int since(long begun) {
        return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }
}
