package dev.solecast.entry;

import dev.solecast.cache.DependsOnEvidence;
import dev.solecast.http.page.Include;
import dev.solecast.http.page.ListOrder;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;
import org.jspecify.annotations.Nullable;

/** What every list of things with a name can be asked. */
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

        @RestQuery("include") @Separator(",") @Parameter(description = "What to add to the page.")
        List<Include> include) {

    /** The order asked for, by name if none was. */
    public ListOrder sorting() {
        return sort == null ? ListOrder.NAME : sort;
    }

    /** Whether all rows shall be counted. */
    public boolean withTotal() {
        return include.contains(Include.TOTAL);
    }
}
