package dev.solecast.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service and its own database when either of them ends under load. */
@Tag("soak")
class ShutdownTest {

    @TempDir
    private Path folder;

    @Test
    void killedOwnDatabaseIsRestartedUnderLoad() throws Exception {
        try (var service = ServiceProcess.ready(folder);
                var callers = new ConcurrentCallers(service, "/v1/brands/new-balance", "/v1/releases/upcoming")) {
            long failedAt = System.nanoTime();
            service.postmaster().destroyForcibly();
            service.await("restarted", () -> service.output().contains("PostgreSQL is running again."));
            callers.assertRecovered("own database killed", failedAt, System.nanoTime());
        }
    }

    @Test
    void requestInFlightFinishesWhileNewOnesAreRefused() throws Exception {
        try (var service = ready(Map.of("SOLECAST_ANSWERS_MEMORY", "0"));
                var client = HttpClient.newHttpClient();
                var other = service.connect()) {
            var request = HttpRequest.newBuilder(service.address("/v1/brands/new-balance"))
                    .build();
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
            other.setAutoCommit(false);
            other.createStatement().execute("lock table brand");
            var inFlight = client.sendAsync(request, BodyHandlers.ofString());
            service.await("waiting", () -> {
                var waiting = other.createStatement()
                        .executeQuery(
                                "select count(*) from pg_locks where not granted and relation = 'brand'::regclass");
                return waiting.next() && waiting.getInt(1) == 1;
            });
            service.signal("TERM");
            service.await("refusing", () -> isRefusing(service));
            assertThat(inFlight).isNotDone();
            other.rollback();
            other.close();
            HttpResponse<String> response = inFlight.get(3, TimeUnit.SECONDS);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(response.body()).contains("New Balance");
            assertThat(service.exitCode()).isEqualTo(143);
            assertThat(service.postgresLog()).endsWith("database system is shut down\n");
        }
    }

    private ServiceProcess ready(Map<String, String> variables) throws Exception {
        return ServiceProcess.start(ServiceProcess.JAR, folder, ServiceProcess.freePort(), variables)
                .awaitReady();
    }

    /** Whether a request on a new connection is refused. */
    private static boolean isRefusing(ServiceProcess service) throws InterruptedException {
        var request = HttpRequest.newBuilder(service.address("/openapi")).build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 503;
        } catch (IOException e) {
            return true;
        }
    }
}
