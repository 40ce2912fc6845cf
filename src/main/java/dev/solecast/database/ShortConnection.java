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

/** A short errand in the database, past the service, which may run beside it or not. */
public final class ShortConnection {

    /** What is done there. */
    public interface Errand<T> {
        T run(Connection database) throws SQLException;
    }

    private ShortConnection() {}

    /** Runs the errand in a PostgreSQL that somebody else keeps. */
    public static <T> T to(String url, String username, String password, Errand<T> errand) throws SQLException {
        try (var connection = connect(url, username, password)) {
            return errand.run(connection);
        }
    }

    /**
     * Runs the errand in the one that lives in the data folder: in the server that runs there, else in one that is
     * started for it and stopped again.
     *
     * @throws DatabaseUnavailable where that cannot be, in a sentence that tells what to do
     */
    public static <T> T to(Path data, Errand<T> errand) throws SQLException {
        try (var running = running(data).orElse(null)) {
            if (running != null) {
                return errand.run(running);
            }
        }
        try (var postgres = EmbeddedPostgres.start(data, Map.of())) {
            return to(postgres.url(), postgres.username(), postgres.password(), errand);
        }
    }

    /** Empty if none runs there, or it cannot be reached. */
    private static Optional<Connection> running(Path data) {
        try {
            var lines = Files.readAllLines(data.resolve("cluster-18/data/postmaster.pid"));
            var password = Files.readString(data.resolve("cluster-18/password")).strip();
            var url = EmbeddedPostgres.url(Integer.parseInt(lines.get(3)));
            return Optional.of(connect(url, Cluster.NAME, password));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | SQLException | IndexOutOfBoundsException | NumberFormatException e) {
            // It is starting or ending, or left the file behind when it was killed.
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
