package dev.solecast.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.solecast.database.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** A PostgreSQL with a catalogue, stored under target/bench for later runs. */
public record Dataset(Scale scale, EmbeddedPostgres database) implements AutoCloseable {

    /** The settings that an operator would choose for a catalogue of this size. */
    private static final Map<String, String> SETTINGS = Map.of("shared_buffers", "512MB", "max_wal_size", "4GB");

    /**
     * Opens the catalogue of this size, which the first time is made and imported.
     *
     * @param releases the number of releases
     */
    public static Dataset open(int releases) throws IOException, SQLException {
        var folder = Files.createDirectories(folder(releases));
        var dataset = new Dataset(new Scale(releases), EmbeddedPostgres.start(folder, SETTINGS));
        Path loaded = folder.resolve("loaded");
        if (Files.notExists(loaded)) {
            dataset.load(folder.resolve("catalogue.ndjson"));
            Files.createFile(loaded);
        }
        return dataset;
    }

    /** The data folder of the catalogue of this size. */
    public static Path folder(int releases) {
        return Path.of("target/bench", Integer.toString(releases));
    }

    private void load(Path file) throws IOException, SQLException {
        System.out.printf("Loading %,d releases ...%n", scale.releases());
        Catalogue.write(scale, file);
        long begin = System.nanoTime();
        try (var service = Service.ready(database)) {
            var response = service.post("/v1/imports", "application/x-ndjson", BodyPublishers.ofFile(file));
            var result = new ObjectMapper().readTree(response.body());
            if (!result.path("state").asText().equals("finished")
                    || result.path("refused").asInt() > 0) {
                throw new IllegalStateException("The import says " + response.body());
            }
            System.out.printf(
                    "%,d lines in %,d s%n", result.path("lines").asLong(), (System.nanoTime() - begin) / 1_000_000_000);
        }
        Files.delete(file);
        try (var connection = DriverManager.getConnection(database.url(), database.username(), database.password());
                var statement = connection.createStatement()) {
            // No background jobs during measurements: scoring a million past releases takes hours.
            statement.execute("delete from unsettled; delete from renewal");
            statement.execute("vacuum analyze");
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
