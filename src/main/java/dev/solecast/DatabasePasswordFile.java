package dev.solecast;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Reads the password of the database from the file that {@code solecast.database-password-file} names, such as a secret of
 * a container: an environment variable can be read by whoever may inspect the container.
 */
public final class DatabasePasswordFile implements ConfigSourceFactory {

    // Below every source that an operator can set.
    private static final int ORDINAL = 50;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var file = context.getValue("solecast.database-password-file").getValue();
        if (file == null || file.isBlank()) {
            return List.of();
        }
        try {
            return List.of(new PropertiesConfigSource(
                    Map.of(
                            "quarkus.datasource.password",
                            Files.readString(Path.of(file)).strip()),
                    "database password file",
                    ORDINAL));
        } catch (IOException e) {
            throw new UncheckedIOException("The file of SOLECAST_DATABASE_PASSWORD_FILE cannot be read: " + file, e);
        }
    }
}
