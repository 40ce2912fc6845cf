package dev.solecast.http;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The public address of this service, for links in feeds, calendars and previews. Without a configured one the header
 * Host is believed only where it names the very address that the caller has connected to, since whatever else it says may
 * be anybody's: then links are relative.
 */
@Singleton
public class PublicAddress {

    private static final Logger LOG = Logger.getLogger(PublicAddress.class);

    private final Settings settings;
    private final Supplier<@Nullable SocketAddress> connectedTo;

    @Inject
    PublicAddress(Settings settings, HttpServerRequest request) {
        this(settings, request::localAddress);
    }

    PublicAddress(Settings settings, Supplier<@Nullable SocketAddress> connectedTo) {
        this.settings = settings;
        this.connectedTo = connectedTo;
    }

    void warn(@Observes StartupEvent event) {
        if (settings.url().isEmpty()) {
            LOG.warn("SOLECAST_PUBLIC_URL is not set: links in feeds, calendars and pages are relative unless this"
                    + " service is called as localhost or by its own IP address");
        }
    }

    /**
     * The configured address, else the one that the caller has connected to: scheme, host and port, without a slash at the
     * end. Empty if neither is known, which makes links relative.
     */
    public String of(UriInfo uri) {
        var address = settings.url().orElseGet(uri::getBaseUri);
        if (settings.url().isEmpty() && !isOurs(address.getHost())) {
            return "";
        }
        var text = address.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private boolean isOurs(@Nullable String host) {
        if (host == null) {
            return false;
        }
        var name = host.replaceAll("[\\[\\]]", "");
        if (name.equalsIgnoreCase("localhost") || name.equals("127.0.0.1") || name.equals("::1")) {
            return true;
        }
        var local = connectedTo.get();
        return local != null && name.equals(local.hostAddress());
    }

    @ConfigMapping(prefix = "solecast.public")
    interface Settings {

        /** An address such as {@code https://solecast.example}; must be set behind a proxy. */
        Optional<URI> url();
    }
}
