package dev.solecast.release.list;

import dev.solecast.cache.DependsOnEvidence;
import dev.solecast.catalog.collaboration.RumorKind;
import dev.solecast.catalog.collaboration.Stage;
import dev.solecast.catalog.colorway.Audience;
import dev.solecast.catalog.colorway.ColorwayKind;
import dev.solecast.http.Slug;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.request.Costs;
import dev.solecast.http.request.Price;
import dev.solecast.release.RangeMatch;
import dev.solecast.release.ReleaseSnapshot;
import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.UpcomingGroup;
import dev.solecast.release.sale.Channel;
import dev.solecast.release.sale.Region;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;
import org.jspecify.annotations.Nullable;

/** The filters of a list of releases; several values of one filter mean any of them. */
public record ReleaseFilter(
        @RestQuery("release") @Separator(",") @Parameter(description = "Slugs of releases.")
        List<Slug> release,

        @RestQuery("brand") @Separator(",") @Parameter(description = "Slugs of brands.", example = "new-balance")
        List<Slug> brand,

        @RestQuery("model") @Separator(",") @Parameter(description = "Slugs of models.", example = "new-balance-1000")
        List<Slug> model,

        @RestQuery("collaborator") @Separator(",") @Parameter(description = "Slugs of collaborators.", example = "kith")
        List<Slug> collaborator,

        @RestQuery("collaboration") @Separator(",") @Parameter(description = "Slugs of collaborations.")
        List<Slug> collaboration,

        @RestQuery("colorway") @Separator(",") @Parameter(description = "Slugs of colorways.")
        List<Slug> colorway,

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

        @RestQuery("audience") @Separator(",") @Parameter(description = "Whom it is sized for.")
        List<Audience> audience,

        @RestQuery("region")
        @Separator(",")
        @Parameter(
                description = "Where it goes on sale. A country includes WW, and EU for the union's members.",
                example = "US")
        List<Region> region,

        @RestQuery("channel") @Separator(",") @Parameter(description = "Who sells it first.")
        List<Channel> channel,

        @RestQuery("status") @Separator(",") @Parameter(description = "Where it stands.")
        List<ReleaseStatus> status,

        @RestQuery("stage")
        @DependsOnEvidence
        @Separator(",")
        @Parameter(description = "How far its collaboration has come.")
        List<Stage> stage,

        @RestQuery("group") @Separator(",") @Parameter(description = "Where it stands in the list of what drops next.")
        List<UpcomingGroup> group,

        @RestQuery("strongestRumor")
        @DependsOnEvidence
        @Separator(",")
        @Parameter(description = "Kind of the strongest rumor about it.")
        List<RumorKind> strongestRumor,

        @RestQuery("source")
        @DependsOnEvidence
        @Separator(",")
        @Parameter(description = "Slugs of sources who said something about it.")
        List<Slug> source,

        @RestQuery("from")
        @DependsOnEvidence
        @Parameter(description = "First day of a range of days; see match.", example = "2027-03-01")
        @Nullable
        LocalDate from,

        @RestQuery("to")
        @DependsOnEvidence
        @Parameter(description = "Last day of a range of days; see match.", example = "2027-03-31")
        @Nullable
        LocalDate to,

        @RestQuery("match")
        @DependsOnEvidence
        @Parameter(
                description = "possible: its window shares a day with the range. certain: it lies inside. "
                        + "likely: the forecast gives the range at least one chance in two.",
                schema = @Schema(implementation = RangeMatch.class, defaultValue = "possible"))
        @Nullable
        RangeMatch match,

        @RestQuery("minConfidence")
        @DependsOnEvidence
        @Parameter(
                description = "Least chance, 0 to 1, that it comes inside the window shown as its date.",
                schema = @Schema(implementation = Double.class, minimum = "0", maximum = "1"),
                example = "0.5")
        @Nullable
        Double minConfidence,

        @RestQuery("asOf")
        @Costs(Price.AS_OF)
        @DependsOnEvidence(history = true)
        @Parameter(
                description = "A past day: what was said and had happened by its end counts, and nothing after it.",
                example = "2024-03-01")
        @Nullable
        LocalDate asOf,

        @RestQuery("recordedBy")
        @Costs(Price.AS_OF)
        @DependsOnEvidence(history = true)
        @Parameter(description = "With or without asOf: only what this service knew by the end of this day.")
        @Nullable
        LocalDate recordedBy,

        @RestQuery("priceMin")
        @Parameter(
                description = "Lowest retail price, with currency.",
                schema = @Schema(type = SchemaType.STRING, pattern = DECIMAL))
        @Nullable
        BigDecimal priceMin,

        @RestQuery("priceMax")
        @Parameter(
                description = "Highest retail price, with currency.",
                schema = @Schema(type = SchemaType.STRING, pattern = DECIMAL))
        @Nullable
        BigDecimal priceMax,

        @RestQuery("currency")
        @Parameter(description = "ISO 4217 currency of the retail price.", example = "USD")
        @Nullable
        Currency currency,

        @RestQuery("updatedSince")
        @DependsOnEvidence
        @Parameter(description = "Only what changed at this instant or later.")
        @Nullable
        Instant updatedSince,

        @RestQuery("include") @Costs(Price.TOTAL) @Separator(",") @Parameter(description = "What to add to the page.")
        List<ReleaseInclude> include) {

    private static final String DECIMAL = "^[0-9]{1,10}([.][0-9]{1,2})?$";

    public ReleaseFilter {
        if (from != null && to != null && from.isAfter(to)) {
            throw Problem.parameter("from", from + " is after to, " + to + "; swap them.");
        }
        if ((priceMin != null || priceMax != null) && currency == null) {
            throw Problem.parameter("currency", "is needed with priceMin and priceMax, for example currency=USD.");
        }
        if (match != null && from == null && to == null) {
            throw Problem.parameter("match", "needs a range of days to match; give from, to or both.");
        }
    }

    RangeMatch matchOrDefault() {
        return match == null ? RangeMatch.POSSIBLE : match;
    }

    /** Whether it asks for something that only the forecast of a release tells. */
    public boolean needsForecast() {
        return minConfidence != null || match == RangeMatch.LIKELY;
    }

    /** Whether the forecast in this state is as it asks; its twin for today is in {@link ReleaseFilterSql}. */
    public boolean fitsForecast(ReleaseSnapshot snapshot) {
        var confidence = snapshot.confidence();
        var forecast = snapshot.forecast();
        return (minConfidence == null || (confidence != null && confidence >= minConfidence))
                && (match != RangeMatch.LIKELY
                        || (forecast != null && forecast.chance(from, to) >= RangeMatch.LIKELY_CHANCE));
    }

    public boolean includes(ReleaseInclude part) {
        return include.contains(part);
    }
}
