package dev.solecast.catalog.colorway;

import dev.solecast.cache.DependsOnEvidence;
import dev.solecast.catalog.collaboration.RumorKind;
import dev.solecast.http.Slug;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;

/** The filter parameters of the list of colorways. */
public record ColorwayFilter(
        @RestQuery("brand") @Separator(",") @Parameter(description = "Slugs of brands.")
        List<Slug> brand,

        @RestQuery("model") @Separator(",") @Parameter(description = "Slugs of models.")
        List<Slug> model,

        @RestQuery("collaborator") @Separator(",") @Parameter(description = "Slugs of collaborators.")
        List<Slug> collaborator,

        @RestQuery("collaboration") @Separator(",") @Parameter(description = "Slugs of collaborations.")
        List<Slug> collaboration,

        @RestQuery("styleCode")
        @Separator(",")
        @Parameter(
                description = "Style codes; case and separators do not matter, and one of two will do.",
                example = "U1000XX")
        List<String> styleCode,

        @RestQuery("color")
        @Separator(",")
        @Parameter(
                description = "Colors, main ones or of a part; gray is grey, and case does not matter.",
                example = "pink")
        List<String> color,

        @RestQuery("line") @Separator(",") @Parameter(description = "Lines of a brand.", example = "Made in U.S.A.")
        List<String> line,

        @RestQuery("kind") @Separator(",") @Parameter(description = "Made by the brand alone, or with a collaborator.")
        List<ColorwayKind> kind,

        @RestQuery("audience") @Separator(",") @Parameter(description = "Whom they are sized for.")
        List<Audience> audience,

        @RestQuery("strongestRumor")
        @DependsOnEvidence
        @Separator(",")
        @Parameter(description = "Kind of the strongest rumor about them.")
        List<RumorKind> strongestRumor) {}
