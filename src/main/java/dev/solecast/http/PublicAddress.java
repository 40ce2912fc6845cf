package dev.solecast.http;

import io.smallrye.config.ConfigMapping;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;

/** Where the world reaches this service, for what must name it in full: links in feeds and calendars, previews. */
@Singleton
public class PublicAddress {

    private final Settings settings;

    PublicAddress(Settings settings) {
        this.settings = settings;
    }

    /** As it is set, otherwise as the caller addressed us; scheme, host and port, without a slash at the end. */
    public String of(UriInfo uri) {
        var address = settings.url().orElseGet(uri::getBaseUri).toString();
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    @ConfigMapping(prefix = "solecast.public")
    interface Settings {

        /** Such as {@code https://solecast.example}; to be set behind a proxy. */
        Optional<URI> url();
    }
}
