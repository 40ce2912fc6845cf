package dev.solecast.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.database.ServiceProcess;
import dev.solecast.http.RawHttp;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One address holds as much as it may of a service with the small heap of the image, and others are served as ever. */
@Tag("soak")
class ConnectionSoakTest {

    private static final int CONNECTIONS = 150;
    private static final int AHEAD = 4;
    private static final int MOST = 180;

    /** In bytes; the contract has half a megabyte, so that most of it waits. */
    private static final int SMALL_BUFFER = 2_048;

    /** For three of four answers: the first ones are those of a service that has just started. */
    private static final Duration PROMPTLY = Duration.ofMillis(500);

    @Test
    void readersWhoTakeNothingAreDroppedAndOthersAnswered(@TempDir Path folder) throws Exception {
        var settings = Map.of(
                "_JAVA_OPTIONS", "-Xmx100m -XX:+ExitOnOutOfMemoryError",
                "SOLECAST_CONNECTIONS_PER_ADDRESS", Integer.toString(MOST),
                "SOLECAST_CONNECTIONS_HEAD_TIME", "3s",
                "SOLECAST_CONNECTIONS_STALL_TIME", "5s");
        try (var service = ServiceProcess.start(ServiceProcess.JAR, folder, ServiceProcess.freePort(), settings)
                .awaitReady()) {
            for (var address : List.of("/openapi", "/docs/swagger-ui-bundle.js")) {
                var unread = open(service, CONNECTIONS, request(address).repeat(AHEAD));
                assertOthersAreAnswered(service, 30);
                service.await("dropped", () -> openConnections(service) == 0);
                assertThat(unread).as(address).allMatch(ConnectionSoakTest::isCutShort);
                assertOthersAreAnswered(service, 5);
            }
            open(service, CONNECTIONS, "GET /openapi HTTP/1.1\r\nHost: solecast.example\r\nX-");
            assertOthersAreAnswered(service, 10);
            service.await("dropped", () -> openConnections(service) == 0);

            // All are awaited, because a later one may be admitted first.
            var idle = open(service, MOST, request("/v1/releases/upcoming"));
            service.await("idle", () -> openConnections(service) == MOST);
            for (var socket : idle) {
                assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 200");
            }
            assertOthersAreAnswered(service, 5);

            // Their bodies never arrive.
            var held = open(
                    service,
                    MOST,
                    request("/v1/releases/upcoming").replace("\r\n\r\n", "\r\nContent-Length: 1\r\n\r\n"));
            service.await("held", () -> openConnections(service) == MOST);
            assertRefusalCanBeRead(service, new byte[0]);
            assertRefusalCanBeRead(service, new byte[5_000_000]);
            for (var socket : held) {
                socket.close();
            }
            assertThat(service.output()).doesNotContain("java.lang.OutOfMemoryError");
        }
    }

    /** Sends all of a request before it reads the answer, as most clients do. */
    private static void assertRefusalCanBeRead(ServiceProcess service, byte[] body) throws IOException {
        try (var oneTooMany = RawHttp.open(service.port(), null)) {
            var out = oneTooMany.getOutputStream();
            out.write("POST /v1/imports HTTP/1.1\r\nHost: solecast.example\r\nContent-Length: %d\r\n\r\n"
                    .formatted(body.length)
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            assertThat(RawHttp.readAll(oneTooMany)).startsWith("HTTP/1.1 429 ").contains("too-many-requests");
        }
    }

    private static List<Socket> open(ServiceProcess service, int count, String request) throws IOException {
        var sockets = new ArrayList<Socket>();
        for (int at = 0; at < count; at++) {
            var socket = RawHttp.open(service.port(), SMALL_BUFFER);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            sockets.add(socket);
        }
        return sockets;
    }

    private static String request(String address) {
        return "GET " + address + " HTTP/1.1\r\nHost: solecast.example\r\n\r\n";
    }

    /** The number of connections to the public port, as the metrics tell it. */
    private static double openConnections(ServiceProcess service) throws Exception {
        return body(service.metrics())
                .lines()
                .filter(line -> line.startsWith("solecast_connections_open "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    private static String body(URI address) throws Exception {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    private static boolean isCutShort(Socket socket) {
        try (socket) {
            return socket.getInputStream().readAllBytes().length < AHEAD * 400_000;
        } catch (SocketException e) {
            return true;
        } catch (IOException e) {
            throw new AssertionError("It is still open", e);
        }
    }

    private static void assertOthersAreAnswered(ServiceProcess service, int times) throws Exception {
        var durations = new ArrayList<Duration>();
        for (int at = 0; at < times; at++) {
            var begun = System.nanoTime();
            try (var socket = RawHttp.open(service.port(), null)) {
                socket.getOutputStream()
                        .write("GET /v1/releases/upcoming HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                assertThat(RawHttp.readAll(socket)).startsWith("HTTP/1.0 200 ");
            }
            durations.add(Duration.ofNanos(System.nanoTime() - begun));
        }
        Collections.sort(durations);
        assertThat(durations.get(times * 3 / 4)).isLessThan(PROMPTLY);
    }
}
