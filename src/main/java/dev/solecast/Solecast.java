package dev.solecast;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts the service, with an embedded PostgreSQL if no database is configured. */
@QuarkusMain
public final class Solecast {

    /** Serves until it is stopped; with the argument {@code admin-key} or {@code import}, only runs that command. */
    public static void main(String... args) {
        // The configuration that Quarkus itself will read: system properties, environment, .env, application.properties
        // in config and in the jar.
        var config = ConfigProvider.getConfig();
        Path data = config.getOptionalValue("solecast.data", Path.class).orElse(Path.of("data"));
        if (List.of(args).equals(List.of(AdminKey.ARGUMENT))) {
            System.exit(AdminKey.issue(config, data));
        }
        if (args.length > 0 && args[0].equals(ImportFile.ARGUMENT)) {
            var rest = List.of(args).subList(1, args.length);
            System.exit(new ImportFile(System.getenv(), System.out, System.err).send(rest));
        }
        EmbeddedDatabaseRunner.awaitPreviousRun();
        if (config.getOptionalValue("quarkus.datasource.jdbc.url", String.class).isPresent()) {
            Quarkus.run(ServiceApplication.class, args);
        } else {
            new EmbeddedDatabaseRunner().serve(data, args);
        }
    }
}
