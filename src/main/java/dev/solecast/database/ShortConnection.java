package dev.solecast.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Runs a short task in the database, whether the service is running or not. */
public final class ShortConnection {

    /** A task that uses a connection. */
    public interface Task<T> {
        T run(Connection database) throws SQLException;
    }

    private ShortConnection() {}

    /** Runs a task in a PostgreSQL that Solecast does not manage. */
    public static <T> T run(String url, String username, String password, Task<T> task) throws SQLException {
        try (var connection = connect(url, username, password)) {
            return task.run(connection);
        }
    }

    /**
     * Runs a task in the database of a data folder: in its running server, or else in one that is started for the task
     * and stopped afterwards.
     *
     * @throws DatabaseUnavailable if it cannot be started
     */
    public static <T> T run(Path data, Task<T> task) throws SQLException {
        try (var connection = connectToRunning(data).orElse(null)) {
            if (connection != null) {
                return task.run(connection);
            }
        }
        try (var postgres = EmbeddedPostgres.start(data, Map.of())) {
            return run(postgres.url(), postgres.username(), postgres.password(), task);
        }
    }

    /** Connects to the running server; empty if none runs or it cannot be reached. */
    private static Optional<Connection> connectToRunning(Path data) {
        try {
            var lines = Files.readAllLines(data.resolve("cluster-18/data/postmaster.pid"));
            var password = Files.readString(data.resolve("cluster-18/password")).strip();
            var url = EmbeddedPostgres.url(Integer.parseInt(lines.get(3)));
            return Optional.of(connect(url, Cluster.NAME, password));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | SQLException | IndexOutOfBoundsException | NumberFormatException e) {
            // The server is starting or stopping, or was killed and left its file behind.
            return Optional.empty();
        }
    }

    private static Connection connect(String url, String username, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", username);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        return DriverManager.getConnection(url, properties);
    }
}
