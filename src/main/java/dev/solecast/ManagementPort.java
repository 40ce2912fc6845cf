package dev.solecast;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Sets the default port of health and metrics to 1000 above the port of the service: 9080 for 8080. A second instance
 * on the same machine therefore needs only one other port to be configured.
 */
public final class ManagementPort implements ConfigSourceFactory {

    private static final int OFFSET = 1_000;
    private static final int HIGHEST = 65_535;
    // Below every source that an operator can set.
    private static final int ORDINAL = 50;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var service = context.getValue("quarkus.http.port").getValue();
        int port = service == null ? 8080 : Integer.parseInt(service);
        return List.of(new PropertiesConfigSource(
                Map.of("quarkus.management.port", Integer.toString(of(port))), "management port", ORDINAL));
    }

    /** The management port for a port of the service; 0, which means any free port, for 0. */
    static int of(int service) {
        if (service == 0) {
            return 0;
        }
        return service + OFFSET > HIGHEST ? service - OFFSET : service + OFFSET;
    }
}
