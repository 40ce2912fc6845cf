package dev.solecast.http;

import io.smallrye.config.ConfigMapping;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;

/** The public address of this service, for absolute links in feeds, calendars and previews. */
@Singleton
public class PublicAddress {

    private final Settings settings;

    PublicAddress(Settings settings) {
        this.settings = settings;
    }

    /** The configured address, else the one that the caller used: scheme, host and port, without a slash at the end. */
    public String of(UriInfo uri) {
        var address = settings.url().orElseGet(uri::getBaseUri).toString();
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    @ConfigMapping(prefix = "solecast.public")
    interface Settings {

        /** An address such as {@code https://solecast.example}; must be set behind a proxy. */
        Optional<URI> url();
    }
}
