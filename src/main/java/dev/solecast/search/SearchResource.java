package dev.solecast.search;

import dev.solecast.cache.CacheResponse;
import dev.solecast.http.page.Pages;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.request.Costs;
import dev.solecast.http.request.Price;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;
import org.jspecify.annotations.Nullable;

/** Serves one ranked list over everything. */
@Path("/v1/search")
@RunOnVirtualThread
@Tag(name = "Search", description = "One ranked list over everything.")
public class SearchResource {

    /** Characters; more than anybody types into one line. */
    private static final int LONGEST = 200;

    private final Search search;
    private final Pages pages;

    SearchResource(Search search, Pages pages) {
        this.search = search;
        this.pages = pages;
    }

    @GET
    @Costs(Price.SEARCH)
    @CacheResponse(dependsOnEverything = true)
    @Operation(
            operationId = "search",
            summary = "Search everything",
            description = "The best hits for what a person types, best first, while it is being typed. Case, accents, "
                    + "punctuation and small typing errors do not matter; words may be written as one or apart, the last "
                    + "one only begun; initials will do. A style code is matched from its beginning, and never "
                    + "corrected. The plural of a number, Roman numerals, an audience (women's, gs) and the year of a "
                    + "release count as words. Where no entry has all words, those are found that have most of "
                    + "them. The list is cut at limit; there is no next page.")
    public SearchResults search(
            @RestQuery("q")
                    @Costs(Price.LONG_SEARCH)
                    @Parameter(
                            description = "What is looked for, at most 200 characters.",
                            required = true,
                            schema = @Schema(minLength = 1, maxLength = LONGEST),
                            example = "aime leon dor")
                    @Nullable
                    String q,
            @RestQuery("type") @Separator(",") @Parameter(description = "Only hits of these types.") List<HitType> type,
            @RestQuery("limit")
                    @Parameter(
                            description = "How many hits at most.",
                            schema = @Schema(minimum = "1", maximum = "100", defaultValue = "20"))
                    @Nullable
                    Integer limit,
            @RestQuery("tz")
                    @Parameter(description = "The IANA zone whose day counts as today.", example = "America/New_York")
                    @Nullable
                    ZoneId tz) {
        if (q == null || q.isBlank()) {
            throw Problem.parameter("q", "is missing; type what you look for, such as q=aime leon dor or q=U1000.");
        } else if (q.length() > LONGEST) {
            throw Problem.parameter(
                    "q", "is " + q.length() + " characters long; " + LONGEST + " are allowed. Type fewer words.");
        } else if (limit != null && (limit < 1 || limit > 100)) {
            throw Problem.parameter("limit", limit + " is not a number from 1 to 100.");
        }
        var types = type.isEmpty() ? EnumSet.allOf(HitType.class) : EnumSet.copyOf(type);
        var today = pages.today(tz);
        var found = search.search(q, types, limit == null ? 20 : limit, today);
        return new SearchResults(found.hits(), null, today, found.complete());
    }
}
