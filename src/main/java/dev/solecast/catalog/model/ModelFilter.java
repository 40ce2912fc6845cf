package dev.solecast.catalog.model;

import dev.solecast.http.Slug;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;

/** The filter parameters of the list of models. */
public record ModelFilter(
        @RestQuery("brand") @Separator(",") @Parameter(description = "Slugs of brands.")
        List<Slug> brand,

        @RestQuery("category") @Separator(",") @Parameter(description = "What the model was made for, such as running.")
        List<String> category) {}
