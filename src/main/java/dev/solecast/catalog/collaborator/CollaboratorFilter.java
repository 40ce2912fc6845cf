package dev.solecast.catalog.collaborator;

import dev.solecast.http.Slug;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;

/** The filter parameters of the list of collaborators. */
public record CollaboratorFilter(
        @RestQuery("kind") @Separator(",") @Parameter(description = "What they are.")
        List<CollaboratorKind> kind,

        @RestQuery("brand") @Separator(",") @Parameter(description = "Slugs of brands they have a collaboration with.")
        List<Slug> brand,

        @RestQuery("model") @Separator(",") @Parameter(description = "Slugs of models they have a collaboration on.")
        List<Slug> model) {}
