package dev.solecast.http.page;

import dev.solecast.http.request.Costs;
import dev.solecast.http.request.Price;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of every list. */
public record PageQuery(
        @RestQuery("limit")
        @Costs(Price.LONG_PAGE)
        @Parameter(
                description = "How many items a page holds.",
                schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "20"))
        @Nullable
        Integer limit,

        @RestQuery("cursor")
        @Parameter(description = "Where the page begins: taken from `next`, not to be made up.")
        @Nullable
        String cursor,

        @RestQuery("tz")
        @Parameter(description = "The IANA zone whose day counts as today.", example = "America/New_York")
        @Nullable
        ZoneId tz) {}
