package dev.solecast;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts the service and, where no database is configured, one of its own before it. */
@QuarkusMain
public final class Solecast {

    /** Serves until it is told to end. */
    public static void main(String... args) {
        OwnDatabase.awaitEndOfPrevious();
        // What Quarkus itself will read: system properties, environment, .env, config/application.properties, the
        // jar's.
        var config = ConfigProvider.getConfig();
        if (config.getOptionalValue("quarkus.datasource.jdbc.url", String.class).isPresent()) {
            Quarkus.run(Welcome.class, args);
        } else {
            Path data = config.getOptionalValue("solecast.data", Path.class).orElse(Path.of("data"));
            new OwnDatabase().serve(data, args);
        }
    }
}
