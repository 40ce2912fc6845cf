package dev.solecast.feed;

import dev.solecast.http.problem.Problem;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters of a page of a feed. */
public record FeedQuery(
        @RestQuery("before")
        @Parameter(
                description = "Where the page begins: taken from the link to it, not to be made up.",
                schema = @Schema(implementation = Integer.class, minimum = "1"))
        @Nullable
        Long before,

        @RestQuery("limit")
        @Parameter(
                description = "How many entries a page holds.",
                schema = @Schema(implementation = Integer.class, minimum = "1", maximum = "100", defaultValue = "20"))
        @Nullable
        Integer limit,

        @RestQuery("tz")
        @Parameter(description = "The IANA zone whose day counts as today.", example = "America/New_York")
        @Nullable
        ZoneId tz) {

    private static final int DEFAULT_SIZE = 20;
    private static final int MAX_SIZE = 100;

    public FeedQuery {
        if (limit != null && (limit < 1 || limit > MAX_SIZE)) {
            throw Problem.parameter("limit", limit + " is not a number from 1 to " + MAX_SIZE + ".");
        }
        if (before != null && before < 1) {
            throw Problem.parameter("before", before + " is no place in the log of changes; follow the links.");
        }
    }

    int size() {
        return limit == null ? DEFAULT_SIZE : limit;
    }
}
