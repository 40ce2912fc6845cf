package dev.solecast.bench;

import dev.solecast.database.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packaged service, configured by its environment as an operator does, on loopback. */
public final class Service implements AutoCloseable {

    static final Path APP = Path.of("target/quarkus-app");
    static final String KEY = "solecast_bench_0123456789abcdefghjkmnpqrstvwxyz";

    /** The options of docker/Dockerfile, for a container as large as in compose.yaml; its AOT cache is separate. */
    static final List<String> AS_IN_THE_IMAGE = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "-XX:MaxRAM=768m",
            "-XX:MaxRAMPercentage=20",
            "-XX:MinRAMPercentage=20",
            "-XX:SurvivorRatio=3",
            "-XX:TrimNativeHeapInterval=10000");

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private final ChildProcess child;
    private final URI address;
    private final URI management;

    private Service(ChildProcess child, URI address, URI management) {
        this.child = child;
        this.address = address;
        this.management = management;
    }

    /** Starts a service without limits, without waiting until it is ready. */
    static Service start(EmbeddedPostgres database, Path app, List<String> options) {
        return start(database, app, options, Map.of("SOLECAST_LIMITS_ANONYMOUS", "0", "SOLECAST_LIMITS_ADMIN", "0"));
    }

    /**
     * Starts a service with its default limits and the memory of the image, and waits until it is ready.
     *
     * @param more environment variables
     */
    public static Service limited(EmbeddedPostgres database, Map<String, String> more) {
        var options = new ArrayList<>(AS_IN_THE_IMAGE);
        options.add("-XX:+ExitOnOutOfMemoryError");
        var service = start(database, APP, options, more);
        service.child.await("Solecast is ready.");
        return service;
    }

    private static Service start(EmbeddedPostgres database, Path app, List<String> options, Map<String, String> more) {
        int port = freePort();
        int managementPort = freePort();
        var command = new ArrayList<String>();
        if (options.isEmpty()) {
            command.add(app.resolve("solecast").toString());
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
            command.add("-XX:AOTCache=" + app.resolve("solecast.aot"));
            command.addAll(options);
            command.addAll(List.of("-jar", app.resolve("quarkus-run.jar").toString()));
        }
        var environment = new HashMap<>(Map.ofEntries(
                Map.entry("JAVA_HOME", System.getProperty("java.home")),
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                Map.entry("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort)),
                Map.entry("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false"),
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", database.url()),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", database.username()),
                Map.entry("QUARKUS_DATASOURCE_PASSWORD", database.password()),
                Map.entry("SOLECAST_ADMIN_KEY", KEY)));
        environment.putAll(more);
        return new Service(
                ChildProcess.start(command, environment, Path.of("target/bench/service.log")),
                URI.create("http://127.0.0.1:" + port),
                URI.create("http://127.0.0.1:" + managementPort));
    }

    static Service ready(EmbeddedPostgres database) {
        var service = start(database, APP, List.of());
        service.child.await("Solecast is ready.");
        return service;
    }

    /** Waits for the first response with status 200, and returns the time from now on. */
    Duration firstAnswer(String path) {
        long begin = System.nanoTime();
        while (child.isAlive()) {
            try {
                if (send(HttpRequest.newBuilder(address.resolve(path))).statusCode() == 200) {
                    return Duration.ofNanos(System.nanoTime() - begin);
                }
            } catch (IOException e) {
                // Not listening yet.
            }
            Sleeper.millis(2);
        }
        throw new IllegalStateException("The service ended:\n" + child.output());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether liveness is told to be green, within three seconds. */
    public boolean isLive() {
        try {
            return send(HttpRequest.newBuilder(management.resolve("/q/health/live"))
                                    .timeout(Duration.ofSeconds(3)))
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    HttpResponse<String> get(String path) {
        return response(HttpRequest.newBuilder(address.resolve(path)));
    }

    /** Sends a GET request up to ten times, because the machine may be loaded by other programs. */
    HttpResponse<String> getPatiently(String path) {
        for (int attempt = 1; ; attempt++) {
            try {
                return get(path);
            } catch (IllegalStateException e) {
                if (attempt == 10) {
                    throw e;
                }
                Sleeper.millis(1_000);
            }
        }
    }

    /** Sends a body as an admin, without a timeout. */
    public HttpResponse<String> post(String path, String type, HttpRequest.BodyPublisher body) {
        return response(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", type)
                .header("X-API-Key", KEY)
                .POST(body));
    }

    private HttpResponse<String> response(HttpRequest.Builder request) {
        try {
            var response = send(request);
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(
                        response.uri() + " answers " + response.statusCode() + ": " + response.body());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(child.output(), e);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of its public port. */
    public URI address() {
        return address;
    }

    /** Its process. */
    public ChildProcess child() {
        return child;
    }

    @Override
    public void close() {
        child.close();
    }
}
