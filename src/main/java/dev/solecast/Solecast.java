package dev.solecast;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/** Starts the service and, where no database is configured, one of its own before it. */
@QuarkusMain
public final class Solecast {

    /** Serves until it is told to end; with the argument {@code admin-key} or {@code import} it only does that errand. */
    public static void main(String... args) {
        // What Quarkus itself will read: system properties, environment, .env, config/application.properties, the
        // jar's.
        var config = ConfigProvider.getConfig();
        Path data = config.getOptionalValue("solecast.data", Path.class).orElse(Path.of("data"));
        if (List.of(args).equals(List.of(AdminKey.ARGUMENT))) {
            System.exit(AdminKey.issue(config, data));
        }
        if (args.length > 0 && args[0].equals(ImportFile.ARGUMENT)) {
            var rest = List.of(args).subList(1, args.length);
            System.exit(new ImportFile(System.getenv(), System.out, System.err).send(rest));
        }
        EmbeddedDatabaseRunner.awaitEndOfPrevious();
        if (config.getOptionalValue("quarkus.datasource.jdbc.url", String.class).isPresent()) {
            Quarkus.run(ServiceApplication.class, args);
        } else {
            new EmbeddedDatabaseRunner().serve(data, args);
        }
    }
}
