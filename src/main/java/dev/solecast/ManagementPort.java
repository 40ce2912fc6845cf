package dev.solecast;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Puts health and metrics, unless they are configured otherwise, 1000 above the port of the service: 9080 for 8080. So
 * a second instance on a machine needs only one port of its own to be chosen.
 */
public final class ManagementPort implements ConfigSourceFactory {

    private static final int ABOVE = 1_000;
    private static final int HIGHEST = 65_535;
    // Below everything an operator can set.
    private static final int ORDINAL = 50;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var service = context.getValue("quarkus.http.port").getValue();
        int port = service == null ? 8080 : Integer.parseInt(service);
        return List.of(new PropertiesConfigSource(
                Map.of("quarkus.management.port", Integer.toString(of(port))), "management port", ORDINAL));
    }

    /** For port 0, which is any that is free, any other that is free. */
    static int of(int service) {
        if (service == 0) {
            return 0;
        }
        return service + ABOVE > HIGHEST ? service - ABOVE : service + ABOVE;
    }
}
