package dev.solecast;

import dev.solecast.auth.BootstrapAdminKey;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Prints the addresses of the service, and the first admin key, once it is ready. */
public final class ServiceApplication implements QuarkusApplication {

    private final BootstrapAdminKey bootstrapKey;
    private final int port;
    private final int managementPort;

    ServiceApplication(
            BootstrapAdminKey bootstrapKey,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "quarkus.management.port") int managementPort) {
        this.bootstrapKey = bootstrapKey;
        this.port = port;
        this.managementPort = managementPort;
    }

    @Override
    public int run(String... args) {
        System.out.printf("""

                Solecast is ready.
                  Look    http://localhost:%1$d/
                  API     http://localhost:%1$d/v1/releases/upcoming
                  Docs    http://localhost:%1$d/docs
                  Health  http://localhost:%2$d/q/health
                  Try     curl -s localhost:%1$d/v1/models/new-balance-1000

                """, port, managementPort);
        bootstrapKey.takeGeneratedKey().ifPresent(key -> System.out.printf("""
                  The first admin key, shown this once (make admin-key makes another):

                    %s

                """, key));
        Quarkus.waitForExit();
        return 0;
    }
}
