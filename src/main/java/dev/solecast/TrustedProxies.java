package dev.solecast;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Trusts the {@code X-Forwarded-} headers only of the proxies in {@code solecast.trusted-proxies}, named by address,
 * host name or network. Without such a list, Quarkus trusts the headers of every client once they are enabled.
 */
public final class TrustedProxies implements ConfigSourceFactory {

    // Below every source that an operator can set.
    private static final int ORDINAL = 50;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var proxies = context.getValue("solecast.trusted-proxies").getValue();
        if (proxies == null || proxies.isBlank()) {
            return List.of();
        }
        return List.of(new PropertiesConfigSource(
                Map.of(
                        "quarkus.http.proxy.proxy-address-forwarding", "true",
                        "quarkus.http.proxy.allow-x-forwarded", "true",
                        "quarkus.http.proxy.enable-forwarded-host", "true",
                        "quarkus.http.proxy.trusted-proxies", proxies),
                "trusted proxies",
                ORDINAL));
    }
}
