package dev.solecast.release;

import dev.solecast.catalog.colorway.Feature;
import dev.solecast.entry.Citation;
import dev.solecast.entry.Document;
import dev.solecast.entry.RequestLists;
import dev.solecast.http.MultiLine;
import dev.solecast.http.SelfValidating;
import dev.solecast.http.Slug;
import dev.solecast.release.sale.Channel;
import dev.solecast.release.sale.LaunchTime;
import dev.solecast.release.sale.Money;
import dev.solecast.release.sale.Region;
import dev.solecast.release.sale.Retailer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request to add a release; model, collaboration and colorway are named by slug. It has no date, because the date
 * follows from the rumors.
 *
 * @param status {@code rumored} unless given
 * @param statusReason required if it is confirmed, delayed or cancelled
 * @param releasedOn the day of the release; required with the status released, and only then
 * @param cancelledOn the day of the cancellation; only with the status cancelled; today unless given
 * @param launchAt the local time in {@code launchZone}, without an offset; both or neither, but a patch that removes the
 *     time removes the zone with it. Of a time that the clocks there show twice, the first is meant
 * @param features the known features of the shoe, while its colorway is unknown
 */
@SelfValidating
@Schema(name = "NewRelease")
public record NewRelease(
        @Pattern(regexp = Slug.PATTERN, message = Slug.RULE) @Size(max = 120) @Nullable
        String slug,

        @Size(max = Slug.LONGEST) @NotBlank String model,
        @Size(max = Slug.LONGEST) @Nullable String collaboration,
        @Size(max = Slug.LONGEST) @Nullable String colorway,
        @NotNull Region region,
        @Nullable Channel channel,
        @Nullable ReleaseStatus status,
        @MultiLine @Size(max = 500) @Nullable String statusReason,
        @Nullable LocalDate releasedOn,
        @Nullable LocalDate cancelledOn,
        @Nullable LocalDateTime launchAt,
        @Nullable ZoneId launchZone,
        @Valid @Nullable Money retailPrice,
        @Size(max = 40) List<@Valid Retailer> retailers,
        @Size(max = 40) List<@Valid Feature> features,
        @Size(max = 40) List<@Valid Citation> citations)
        implements Document, SelfValidating.Fields {

    public NewRelease {
        retailers = RequestLists.orEmpty(retailers);
        features = RequestLists.orEmpty(features);
        citations = RequestLists.orEmpty(citations);
    }

    /** A copy that does not say where the release stands. */
    public NewRelease withoutStatus() {
        return new NewRelease(
                slug,
                model,
                collaboration,
                colorway,
                region,
                channel,
                null,
                null,
                null,
                null,
                launchAt,
                launchZone,
                retailPrice,
                retailers,
                features,
                citations);
    }

    @Override
    public void validate(SelfValidating.Violations violations) {
        if (launchAt != null && launchZone == null) {
            violations.add("launchZone", "is needed with launchAt, such as America/New_York");
        } else if (launchAt == null && launchZone != null) {
            violations.add("launchZone", "goes with launchAt; leave it out, or give both");
        }
        LaunchTime.refuseSkipped("launchAt", launchAt, launchZone, violations);
    }
}
