package dev.solecast.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    /** Shared, so that the binaries are unpacked once; each test starts its own server in it. */
    @TempDir
    private static Path folder;

    @Test
    void acknowledgedWritesAreOnTheDisk() throws SQLException {
        try (var postgres = start()) {
            assertThat(query(postgres, "show fsync")).isEqualTo("on");
            assertThat(query(postgres, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(postgres, "show full_page_writes")).isEqualTo("on");
            assertThat(query(postgres, "show data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void onlyThisMachineReachesIt() throws SQLException {
        try (var postgres = start()) {
            assertThat(query(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(postgres, "show unix_socket_directories", "postgres"))
                    .isEmpty();
        }
    }

    @Test
    void wrongPasswordIsRefused() throws SQLException {
        try (var postgres = start()) {
            assertThat(query(
                            postgres,
                            "select rolpassword like 'SCRAM-SHA-256$%' from pg_authid where rolname = 'solecast'",
                            "postgres"))
                    .isEqualTo("t");
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), postgres.username(), "guessed"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void passwordIsReadableByTheOwnerOnly() throws IOException {
        try (var postgres = start()) {
            Path cluster = folder.resolve("cluster-18");
            assertThat(postgres.password()).hasSizeGreaterThanOrEqualTo(22);
            assertThat(permissions(cluster.resolve("password"))).isEqualTo("rw-------");
            assertThat(permissions(cluster.resolve("data"))).isEqualTo("rwx------");
            assertThat(postmaster().info().commandLine()).get().asString().doesNotContain(postgres.password());
            assertThat(folder.resolve("postgresql.log")).content().doesNotContain(postgres.password());
        }
    }

    @Test
    void roleOwnsItsDatabaseAndNothingElse() throws SQLException {
        try (var postgres = start()) {
            run(postgres, "create extension pg_trgm; create extension unaccent; create extension btree_gist");
            assertThat(query(
                            postgres,
                            "select rolsuper or rolcreatedb or rolcreaterole from pg_roles where rolname = user"))
                    .isEqualTo("f");
            run(postgres, "drop extension pg_trgm; drop extension unaccent; drop extension btree_gist");
        }
    }

    @Test
    void textIsTheSameOnEverySystem() throws SQLException {
        try (var postgres = start()) {
            assertThat(query(postgres, "show server_encoding")).isEqualTo("UTF8");
            assertThat(query(postgres, "select lower('AIMÉ LEON DORE')")).isEqualTo("aimé leon dore");
            assertThat(
                            query(
                                    postgres,
                                    "select datlocprovider::text || ' ' || datlocale from pg_database where datname = 'solecast'"))
                    .isEqualTo("b C.UTF-8");
            assertThat(PostgresBinaries.VERSION).startsWith(query(postgres, "show server_version") + ".");
        }
    }

    @Test
    void dataOutlivesTheServer() throws SQLException {
        try (var postgres = start()) {
            run(postgres, "create table kept as select 'New Balance 1000' as model");
        }
        try (var postgres = start()) {
            assertThat(query(postgres, "select model from kept")).isEqualTo("New Balance 1000");
            run(postgres, "drop table kept");
        }
    }

    @Test
    void folderInUseByThisProcessIsRefusedAndStaysInUse() {
        try (var postgres = start()) {
            String pid = Long.toString(ProcessHandle.current().pid());
            assertThatThrownBy(EmbeddedPostgresTest::start)
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContainingAll(folder.toString(), pid, "SOLECAST_DATA");
            assertThatThrownBy(EmbeddedPostgresTest::start).isInstanceOf(DatabaseUnavailable.class);
            assertThatCode(() -> query(postgres, "select 1")).doesNotThrowAnyException();
        }
    }

    @Test
    void killedServerIsStartedAgainOnTheSamePortWithAllItsData() throws Exception {
        try (var postgres = start()) {
            run(postgres, "create table if not exists acknowledged as select 1 as n");
            ProcessHandle first = postmaster();
            first.destroyForcibly();
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (first.isAlive() || !responds(postgres)) {
                assertThat(System.nanoTime()).as("back within 20 s").isLessThan(deadline);
            }
            assertThat(query(postgres, "select n from acknowledged")).isEqualTo("1");
            assertThat(postmaster().pid()).isNotEqualTo(first.pid());
        }
    }

    @Test
    void otherProcessWithTheIdOfADeadServerIsNotKilled() throws IOException {
        start().close();
        Process otherProcess = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(pidFile(), otherProcess.pid() + "\n" + pidFile().getParent() + "\n");
            start().close();
            assertThat(otherProcess.isAlive()).isTrue();
        } finally {
            otherProcess.destroy();
        }
    }

    @Test
    void incompleteClusterIsCreatedAgain(@TempDir Path elsewhere) throws SQLException, IOException {
        start().close();
        Path cluster = folder.resolve("cluster-18");
        Files.move(cluster, elsewhere.resolve("cluster-18"));
        Files.createDirectories(folder.resolve("cluster-18.new/data/base"));
        Files.writeString(folder.resolve("cluster-18.new/data/PG_VERSION"), "18\n");
        try (var postgres = start()) {
            assertThat(query(postgres, "select current_database()")).isEqualTo("solecast");
            assertThat(folder.resolve("cluster-18.new")).doesNotExist();
        }
    }

    @Test
    void longLogIsRotated() throws IOException {
        start().close();
        Files.writeString(folder.resolve("postgresql.log"), "x".repeat(1_000_001));
        start().close();
        assertThat(folder.resolve("postgresql.log")).content().hasSizeLessThan(100_000);
        assertThat(folder.resolve("postgresql.log.1")).content().hasSize(1_000_001);
    }

    @Test
    void givenSettingsApply() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(folder, Map.of("fsync", "off"))) {
            assertThat(query(postgres, "show fsync")).isEqualTo("off");
        }
    }

    private static EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, Map.of());
    }

    private static boolean responds(EmbeddedPostgres postgres) {
        try {
            return query(postgres, "select 1").equals("1");
        } catch (SQLException e) {
            return false;
        }
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        return query(postgres, sql, postgres.username());
    }

    private static String query(EmbeddedPostgres postgres, String sql, String role) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url(), role, postgres.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void run(EmbeddedPostgres postgres, String command) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.url(), postgres.username(), postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile()).getFirst()))
                .orElseThrow();
    }

    private static Path pidFile() {
        return folder.resolve("cluster-18/data/postmaster.pid");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
