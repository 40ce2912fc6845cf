package dev.solecast;

import dev.solecast.auth.AdminKeyFactory;
import dev.solecast.database.DatabaseUnavailable;
import dev.solecast.database.ShortConnection;
import java.nio.file.Path;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;

/**
 * The errand {@code admin-key}: prints a new admin key, and nothing else, for whoever has the machine. The service may
 * run meanwhile, and knows the key at once.
 */
final class AdminKey {

    static final String ARGUMENT = "admin-key";

    private AdminKey() {}

    /** The exit code. */
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
            return ShortConnection.to(data, AdminKeyFactory::issue);
        }
        var username = text(config, "quarkus.datasource.username");
        var password = text(config, "quarkus.datasource.password");
        return ShortConnection.to(url.get(), username, password, AdminKeyFactory::issue);
    }

    private static String text(Config config, String name) {
        return config.getOptionalValue(name, String.class).orElse("");
    }
}
