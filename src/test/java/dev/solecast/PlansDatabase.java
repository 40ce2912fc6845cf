package dev.solecast;

import dev.solecast.database.EmbeddedPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** A separate PostgreSQL that logs the plan of each statement with the rows and buffers it read. */
public final class PlansDatabase implements QuarkusTestResourceLifecycleManager {

    static final String LOG = "solecast.test.plans";

    private EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            var folder = Files.createTempDirectory("solecast-plans");
            postgres = EmbeddedPostgres.start(
                    folder,
                    Map.of(
                            "fsync", "off",
                            "full_page_writes", "off",
                            "jit", "off",
                            "session_preload_libraries", "auto_explain",
                            "auto_explain.log_min_duration", "0",
                            "auto_explain.log_analyze", "on",
                            "auto_explain.log_buffers", "on",
                            "auto_explain.log_format", "json"));
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    postgres.url(),
                    "quarkus.datasource.username",
                    postgres.username(),
                    "quarkus.datasource.password",
                    postgres.password(),
                    "solecast.admin-key",
                    TestKeys.ADMIN.getValue(),
                    LOG,
                    folder.resolve("postgresql.log").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        postgres.close();
    }
}
