package dev.solecast.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged service while the operator's database fails in many ways under load. */
@Tag("soak")
class DatabaseOutageTest {

    private static final String[] PATHS = {
        "/v1/brands/new-balance", "/v1/models/new-balance-1000", "/v1/releases/upcoming", "/v1/sources"
    };

    @TempDir
    private static Path folder;

    private static DataFolder data;
    private static PostgresBinaries binaries;
    private static Cluster cluster;
    private static int port;
    private static ServiceProcess service;

    @BeforeAll
    static void start() throws Exception {
        var disk = Files.createDirectory(folder.resolve("own")).toString();
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=256m", "tmpfs", disk))
                .as("a disk of its own, to be filled, which only root can mount")
                .isZero();
        data = DataFolder.lock(folder.resolve("own"));
        binaries = PostgresBinaries.in(data);
        cluster = Cluster.in(data, binaries);
        port = ServiceProcess.freePort();
        cluster.start(port, Map.of());
        service = ServiceProcess.start(
                        ServiceProcess.JAR_WITHOUT_POSTGRESQL,
                        folder,
                        ServiceProcess.freePort(),
                        Map.of(
                                // Cached responses would hide the outage for a moment.
                                "SOLECAST_ANSWERS_MEMORY",
                                "0",
                                "QUARKUS_DATASOURCE_JDBC_URL",
                                url(),
                                "QUARKUS_DATASOURCE_USERNAME",
                                Cluster.NAME,
                                "QUARKUS_DATASOURCE_PASSWORD",
                                cluster.password()))
                .awaitReady();
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
        cluster.stop();
        data.close();
        run("umount", folder.resolve("own").toString());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    @Test
    void stoppedDatabase() throws Exception {
        try (var callers = new ConcurrentCallers(service, PATHS)) {
            long failedAt = System.nanoTime();
            cluster.stop();
            callers.awaitOutage(failedAt);
            callers.assertUnready();
            TimeUnit.SECONDS.sleep(3);
            cluster.start(port, Map.of());
            callers.assertRecovered("stopped", failedAt, System.nanoTime());
        }
    }

    @Test
    void killedDatabaseLosesNothingAcknowledged() throws Exception {
        int acknowledged = 0;
        try (var callers = new ConcurrentCallers(service, PATHS);
                var writer = connect()) {
            writer.createStatement().execute("create table if not exists kept (n int)");
            long failedAt = System.nanoTime();
            var kill = Thread.ofVirtual().start(DatabaseOutageTest::killAfterASecond);
            try (var insert = writer.prepareStatement("insert into kept values (?)")) {
                while (true) {
                    insert.setInt(1, acknowledged);
                    insert.executeUpdate();
                    acknowledged++;
                }
            } catch (SQLException e) {
                kill.join();
            }
            callers.awaitOutage(failedAt);
            callers.assertUnready();
            Files.deleteIfExists(folder.resolve("own/cluster-18/data/postmaster.pid"));
            cluster.start(port, Map.of());
            callers.assertRecovered("killed", failedAt, System.nanoTime());
        }
        try (var reader = connect();
                var rows = reader.createStatement().executeQuery("select count(*), max(n) from kept")) {
            rows.next();
            // One more may have been written without being acknowledged.
            assertThat(acknowledged).isPositive().isBetween(rows.getInt(1) - 1, rows.getInt(1));
        }
    }

    private static void killAfterASecond() {
        try {
            TimeUnit.SECONDS.sleep(1);
            binaries.killAll();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void hungDatabase() throws Exception {
        try (var callers = new ConcurrentCallers(service, PATHS)) {
            long failedAt = System.nanoTime();
            signalAll("STOP");
            callers.awaitOutage(failedAt);
            callers.assertUnready();
            TimeUnit.SECONDS.sleep(5);
            signalAll("CONT");
            callers.assertRecovered("hung", failedAt, System.nanoTime());
        }
    }

    @Test
    void lockedTablesThatExhaustThePool() throws Exception {
        try (var callers = new ConcurrentCallers(service, PATHS);
                var other = connect()) {
            other.setAutoCommit(false);
            long failedAt = System.nanoTime();
            other.createStatement().execute("lock table brand, release, source");
            callers.awaitOutage(failedAt);
            TimeUnit.SECONDS.sleep(5);
            other.rollback();
            callers.assertRecovered("locked", failedAt, System.nanoTime());
        }
    }

    @Test
    void databaseThatAcceptsNoConnections() throws Exception {
        try (var other = connect("postgres")) {
            // Only superusers may still connect, and open connections are terminated.
            other.createStatement().execute("alter role solecast connection limit 0");
            try (var callers = new ConcurrentCallers(service, PATHS)) {
                long failedAt = System.nanoTime();
                other.createStatement()
                        .execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'solecast'");
                callers.awaitOutage(failedAt);
                callers.assertUnready();
                TimeUnit.SECONDS.sleep(3);
                other.createStatement().execute("alter role solecast connection limit -1");
                callers.assertRecovered("full", failedAt, System.nanoTime());
            }
        }
    }

    @Test
    void fullDisk() throws Exception {
        try (var callers = new ConcurrentCallers(service, PATHS)) {
            long failedAt = System.nanoTime();
            var ballast = fillTheDisk();
            try (var writer = connect()) {
                assertThatThrownBy(
                                () -> writer.createStatement()
                                        .execute(
                                                "create table too_large as select repeat('x', 2000) from generate_series(1, 50000)"))
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                e -> assertThat(e.getSQLState())
                                        .as(e.getMessage())
                                        .isEqualTo("53100"));
            }
            TimeUnit.SECONDS.sleep(2);
            Files.delete(ballast);
            callers.assertRecovered("disk full", failedAt, System.nanoTime());
        }
    }

    private static Path fillTheDisk() throws IOException {
        Path ballast = folder.resolve("own/ballast");
        try (var file = Files.newOutputStream(ballast)) {
            byte[] block = new byte[64 * 1024];
            while (true) {
                file.write(block);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left on device");
        }
        return ballast;
    }

    private static void signalAll(String signal) throws Exception {
        List<String> pids = ProcessHandle.allProcesses()
                .filter(binaries::isRunBy)
                .map(process -> Long.toString(process.pid()))
                .toList();
        assertThat(pids).isNotEmpty();
        run("sh", "-c", "kill -" + signal + " " + String.join(" ", pids));
    }

    private static Connection connect() throws SQLException {
        return connect(Cluster.NAME);
    }

    private static Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(url(), role, cluster.password());
    }

    private static String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.NAME;
    }
}
