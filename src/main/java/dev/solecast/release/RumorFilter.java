package dev.solecast.release;

import dev.solecast.catalog.collaboration.RumorKind;
import dev.solecast.http.Slug;
import dev.solecast.http.page.Include;
import dev.solecast.http.request.Costs;
import dev.solecast.http.request.Price;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;
import org.jspecify.annotations.Nullable;

/** The filters of a list of rumors, and its order. */
public record RumorFilter(
        @RestQuery("kind") @Separator(",") @Parameter(description = "Kinds of statement.")
        List<RumorKind> kind,

        @RestQuery("source") @Separator(",") @Parameter(description = "Slugs of sources.")
        List<Slug> source,

        @RestQuery("sort")
        @Parameter(description = "By when they were said; newest first (-said) unless given.")
        @Nullable
        RumorSorting sort,

        @RestQuery("include") @Costs(Price.TOTAL) @Separator(",") @Parameter(description = "What to add to the page.")
        List<Include> include) {}
