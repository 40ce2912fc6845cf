package dev.solecast.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.TestDatabase;
import dev.solecast.TestKeys;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A body that is not wanted ends its own stream of HTTP/2, and no other request of the connection. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@Timeout(30)
class Http2BodyTest {

    private static final int TOO_LARGE = 2 << 20;

    @Inject
    Vertx vertx;

    private HttpClient client;

    @BeforeEach
    void open() {
        client = vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setHttp2ClearTextUpgrade(false)
                .setHttp2MaxPoolSize(1)
                .setDefaultPort(RestAssured.port));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void tooLargeABodyIsRefusedAndTheConnectionGoesOn() throws Exception {
        var announced = request(HttpMethod.POST, "/v1/brands");
        announced.putHeader("Content-Length", Integer.toString(TOO_LARGE)).sendHead();
        assertRefused(announced);

        var unannounced = request(HttpMethod.POST, "/v1/brands");
        unannounced.setChunked(true).write(Buffer.buffer(" ".repeat(TOO_LARGE)));
        assertRefused(unannounced);

        var next = request(HttpMethod.GET, "/v1/brands?limit=1");
        assertThat(next.connection()).isSameAs(announced.connection()).isSameAs(unannounced.connection());
        next.end();
        assertThat(get(next.response()).statusCode()).isEqualTo(200);
    }

    private static void assertRefused(HttpClientRequest request) throws Exception {
        var ended = new CompletableFuture<Void>();
        request.exceptionHandler(reset -> ended.complete(null));
        var response = get(request.response());
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.getHeader("Connection")).isNull();
        ended.get(10, TimeUnit.SECONDS);
    }

    private HttpClientRequest request(HttpMethod method, String address) throws Exception {
        return get(client.request(method, address))
                .putHeader(TestKeys.EDITOR.getName(), TestKeys.EDITOR.getValue())
                .putHeader("Content-Type", "application/json");
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
