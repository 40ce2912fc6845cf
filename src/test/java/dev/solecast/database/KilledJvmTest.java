package dev.solecast.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledJvmTest {

    /** The program of the other JVM: a server with one row, until it is killed. */
    static final class ServerHolder {
        public static void main(String... args) throws SQLException, IOException {
            var postgres = EmbeddedPostgres.start(Path.of(args[0]), Map.of());
            try (Connection connection =
                            DriverManager.getConnection(postgres.url(), postgres.username(), postgres.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("create table acknowledged as select 'Joe Freshgoods' as designer");
            }
            System.out.println("acknowledged");
            System.in.read();
        }
    }

    @Test
    void folderIsInUseUntilItsProcessIsKilledAndItsServerIsReplaced(@TempDir Path folder) throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerHolder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = holder.inputReader()) {
            assertThat(output.readLine()).isEqualTo("acknowledged");
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder, Map.of()))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessage(
                            "The data folder %s is in use by another Solecast (process %d). Stop that one first, or"
                                    + " give this one a folder of its own with SOLECAST_DATA.",
                            folder.toRealPath(), holder.pid());
        } finally {
            holder.destroyForcibly().waitFor();
        }
        ProcessHandle orphan = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(folder.resolve("cluster-18/data/postmaster.pid"))
                                .getFirst()))
                .orElseThrow();
        assertThat(orphan.info().command())
                .as("the server outlives its Solecast")
                .isPresent();
        try (var postgres = EmbeddedPostgres.start(folder, Map.of());
                Connection connection =
                        DriverManager.getConnection(postgres.url(), postgres.username(), postgres.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select designer from acknowledged")) {
            assertThat(orphan.info().command()).isEmpty();
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("Joe Freshgoods");
        }
    }
}
