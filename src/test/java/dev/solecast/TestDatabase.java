package dev.solecast;

import dev.solecast.database.EmbeddedPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One PostgreSQL for all Quarkus tests of a JVM, whatever their profiles; its folder is deleted when the JVM ends. Used
 * by {@code @WithTestResource(TestDatabase.class)}.
 */
public final class TestDatabase implements QuarkusTestResourceLifecycleManager {

    // Quarkus may load this class once per profile; the copies share state through system properties.
    private static final String URL = "solecast.test.database.url";
    private static final String PASSWORD = "solecast.test.database.password";

    @Override
    public Map<String, String> start() {
        if (System.getProperty(URL) == null) {
            startForThisJvm();
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", System.getProperty(URL),
                "quarkus.datasource.username", "solecast",
                "quarkus.datasource.password", System.getProperty(PASSWORD),
                "solecast.admin-key", TestKeys.ADMIN.getValue());
    }

    private static void startForThisJvm() {
        try {
            Path folder = Files.createTempDirectory("solecast-tests");
            // Data of tests need not survive a power failure.
            var postgres = EmbeddedPostgres.start(
                    folder, Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                postgres.close();
                delete(folder);
            }));
            System.setProperty(URL, postgres.url());
            System.setProperty(PASSWORD, postgres.password());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does nothing, because the next application of this JVM uses the same server. */
    @Override
    public void stop() {}
}
