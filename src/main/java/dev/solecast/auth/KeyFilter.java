package dev.solecast.auth;

import dev.solecast.http.page.Include;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;

/** The filter parameters of the list of keys. */
public record KeyFilter(
        @RestQuery("role") @Separator(",") @Parameter(description = "What they may do.")
        List<Role> role,

        @RestQuery("include") @Separator(",") @Parameter(description = "What to add to the page.")
        List<Include> include) {}
