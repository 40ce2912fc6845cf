package dev.solecast.catalog.collaboration;

import dev.solecast.cache.DependsOnEvidence;
import dev.solecast.http.Slug;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;

/** The filter parameters of the list of collaborations. */
public record CollaborationFilter(
        @RestQuery("brand") @Separator(",") @Parameter(description = "Slugs of brands.")
        List<Slug> brand,

        @RestQuery("model") @Separator(",") @Parameter(description = "Slugs of models.")
        List<Slug> model,

        @RestQuery("collaborator") @Separator(",") @Parameter(description = "Slugs of collaborators.")
        List<Slug> collaborator,

        @RestQuery("stage") @DependsOnEvidence @Separator(",") @Parameter(description = "How far they have come.")
        List<Stage> stage,

        @RestQuery("strongestRumor")
        @DependsOnEvidence
        @Separator(",")
        @Parameter(description = "Kind of the strongest rumor behind them.")
        List<RumorKind> strongestRumor) {}
