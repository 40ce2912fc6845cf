package dev.solecast.exchange.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.database.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests of large imports into the packaged service: their memory use, and their state after a kill. */
@Tag("soak")
class ImportSoakTest {

    private static final String KEY = "solecast_soak_" + "0123456789abcdef".repeat(3);
    private static final Map<String, String> VARIABLES =
            Map.of("SOLECAST_ADMIN_KEY", KEY, "SOLECAST_LIMITS_ADMIN", "0", "QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false");
    private static final int KILLS = 20;

    @TempDir
    private Path folder;

    @Test
    void hundredThousandLinesGoInWithinTheMemoryOfTheService() throws Exception {
        var file = new ManyLines("saye", 2_440);
        assertThat(file.count()).isGreaterThan(100_000);
        try (var service = start();
                var sending = new ImportClient(service.address("/"), KEY)) {
            var begun = System.nanoTime();
            var answer = ImportClient.json(sending.send(file, ""));
            var seconds = (System.nanoTime() - begun) / 1e9;
            assertThat(answer.path("created").asInt()).as(answer.toString()).isEqualTo(file.count());
            var peak = peakMemory(service);
            System.out.printf(
                    "%d lines in %.1f s, %.0f a second; %d MiB at most%n",
                    file.count(), seconds, file.count() / seconds, peak >> 20);
            assertThat(peak).as("bytes of the service at most").isLessThan(512L << 20);
        }
    }

    @Test
    void whateverIsKilledWhatWasAcknowledgedIsThereAndNothingIsHalfWritten() throws Exception {
        var file = new ManyLines("karhu", 150);
        var chance = new Random(7);
        var acknowledged = new ArrayList<String>();
        var service = start();
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                var until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(chance.nextInt(1_500));
                var sent = sendWhile(service, file, acknowledged, kill, until);
                if (kill % 2 == 0) {
                    service.kill();
                    sent.get(60, TimeUnit.SECONDS);
                    service = ServiceProcess.start(ServiceProcess.JAR, folder, ServiceProcess.freePort(), VARIABLES)
                            .awaitReady();
                } else {
                    var back = occurrences(service) + 1;
                    service.postmaster().destroyForcibly();
                    var running = service;
                    service.await("restarted", () -> occurrences(running) >= back);
                    sent.get(60, TimeUnit.SECONDS);
                }
                assertWhole(service, acknowledged);
            }
            try (var sending = new ImportClient(service.address("/"), KEY)) {
                var last = ImportClient.json(sending.send(file, ""));
                assertThat(last.path("lines").asInt()).as(last.toString()).isEqualTo(file.count());
                assertThat(last.path("refused").asInt()).isZero();
                var again = ImportClient.json(sending.send(file, ""));
                assertThat(again.path("unchanged").asInt()).isEqualTo(file.count());
                assertThat(sending.json("/v1/releases?brand=karhu&limit=1&include=total")
                                .path("total")
                                .asInt())
                        .isEqualTo(file.releases());
            }
            System.out.printf("%d kills, %d single writes acknowledged%n", KILLS, acknowledged.size());
        } finally {
            service.close();
        }
    }

    private ServiceProcess start() throws Exception {
        return ServiceProcess.start(ServiceProcess.JAR, folder, ServiceProcess.freePort(), VARIABLES)
                .awaitReady();
    }

    private static int occurrences(ServiceProcess service) throws IOException {
        return service.output().split("PostgreSQL is running again.", -1).length - 1;
    }

    /** Starts an import and single writes in the background, and records the acknowledged writes. */
    private static CompletableFuture<Void> sendWhile(
            ServiceProcess service, ManyLines file, List<String> acknowledged, int round, long until)
            throws InterruptedException {
        var importing = CompletableFuture.runAsync(() -> attempt(service, file));
        var writing = CompletableFuture.runAsync(() -> {
            try (var sending = new ImportClient(service.address("/"), KEY)) {
                for (int i = 0; i < 200; i++) {
                    var slug = "single-" + round + "-" + i;
                    var answer =
                            sending.post("/v1/brands", "{\"slug\": \"%s\", \"name\": \"%s\"}".formatted(slug, slug));
                    if (answer.statusCode() == 201) {
                        acknowledged.add(slug);
                    }
                }
            } catch (IOException e) {
                // Results from the planned kill.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        TimeUnit.NANOSECONDS.sleep(Math.max(0, until - System.nanoTime()));
        return CompletableFuture.allOf(importing, writing);
    }

    private static void attempt(ServiceProcess service, ManyLines file) {
        try (var sending = new ImportClient(service.address("/"), KEY)) {
            sending.send(file, "");
        } catch (IOException e) {
            // Results from the planned kill.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Checks the database for consistency. */
    private static void assertWhole(ServiceProcess service, List<String> acknowledged) throws Exception {
        try (var connection = service.connect();
                var statement = connection.createStatement()) {
            for (var check : CHECKS.entrySet()) {
                try (var found = statement.executeQuery(check.getValue())) {
                    found.next();
                    assertThat(found.getLong(1)).as(check.getKey()).isZero();
                }
            }
            try (var found = statement.executeQuery("select count(*) from brand where slug like 'single-%'")) {
                found.next();
                assertThat(found.getLong(1)).as("single writes").isGreaterThanOrEqualTo(acknowledged.size());
            }
        }
    }

    private static final Map<String, String> CHECKS = Map.of(
            "gaps in the log",
            "select max(place) - count(*) from change",
            "places that are counted and not there",
            "select last - (select coalesce(max(place), 0) from change) from change_count",
            "releases whose rumors are not counted",
            "select count(*) from release r where rumor_count"
                    + " <> (select count(*) from rumor u where u.release_id = r.id and u.retracted_at is null)",
            "rumors without their line in the log",
            "select count(*) from rumor u where not exists"
                    + " (select 1 from change c where c.rumor_id = u.id and c.kind = 'rumor-added')",
            "entries without their line in the log",
            "select count(*) from (select 'release' t, id from release union all select 'colorway', id from colorway"
                    + " union all select 'model', id from model union all select 'brand', id from brand) e"
                    + " where not exists (select 1 from change c where c.type = e.t and c.entry_id = e.id"
                    + " and c.kind = 'created')",
            "colorways that the search does not know",
            "select count(*) from colorway c where not exists"
                    + " (select 1 from search_entry s where s.type = 'colorway' and s.id = c.id)",
            "lines that imports count and nobody finds",
            "select greatest(0, (select sum(created) from import) - (select count(*) from change"
                    + " where kind in ('created', 'rumor-added') and actor <> 'solecast'))");

    private static long peakMemory(ServiceProcess service) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + service.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElseThrow();
    }
}
