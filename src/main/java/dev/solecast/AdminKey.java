package dev.solecast;

import dev.solecast.auth.AdminKeyFactory;
import dev.solecast.database.DatabaseUnavailable;
import dev.solecast.database.ShortConnection;
import java.nio.file.Path;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;

/**
 * The command {@code admin-key}: prints a new admin key and nothing else. The service may be running, and accepts the
 * key at once.
 */
final class AdminKey {

    static final String ARGUMENT = "admin-key";

    private AdminKey() {}

    /** Issues and prints a key; returns the exit code. */
    static int issue(Config config, Path data) {
        try {
            System.out.println(key(config, data));
            return 0;
        } catch (DatabaseUnavailable | IllegalStateException | SQLException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static String key(Config config, Path data) throws SQLException {
        var url = config.getOptionalValue("quarkus.datasource.jdbc.url", String.class);
        if (url.isEmpty()) {
            return ShortConnection.run(data, AdminKeyFactory::issue);
        }
        var username = text(config, "quarkus.datasource.username");
        var password = text(config, "quarkus.datasource.password");
        return ShortConnection.run(url.get(), username, password, AdminKeyFactory::issue);
    }

    private static String text(Config config, String name) {
        return config.getOptionalValue(name, String.class).orElse("");
    }
}
