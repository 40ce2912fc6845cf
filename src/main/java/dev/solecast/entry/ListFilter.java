package dev.solecast.entry;

import dev.solecast.cache.DependsOnEvidence;
import dev.solecast.http.page.Include;
import dev.solecast.http.page.ListOrder;
import dev.solecast.http.request.Costs;
import dev.solecast.http.request.Price;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;
import org.jspecify.annotations.Nullable;

/** The query parameters of every list of entries with a name. */
public record ListFilter(
        @RestQuery("updatedSince")
        @DependsOnEvidence
        @Parameter(description = "Only what changed at this instant or later.")
        @Nullable
        Instant updatedSince,

        @RestQuery("sort")
        @DependsOnEvidence
        @Parameter(
                description = "The order; by name unless given.",
                schema = @Schema(implementation = ListOrder.class, defaultValue = "name"))
        @Nullable
        ListOrder sort,

        @RestQuery("include") @Costs(Price.TOTAL) @Separator(",") @Parameter(description = "What to add to the page.")
        List<Include> include) {

    /** The requested order; by name if none is requested. */
    public ListOrder listOrder() {
        return sort == null ? ListOrder.NAME : sort;
    }

    /** Whether to count all rows. */
    public boolean withTotal() {
        return include.contains(Include.TOTAL);
    }
}
