package dev.solecast.release.sale;

import dev.solecast.date.Window;
import dev.solecast.http.SelfValidating;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A retailer that sells a release, and its way of sale. Its hours are local times without offset, as on the clocks in
 * its zone.
 *
 * @param opensAt the local time in the zone at which the sale or the draw opens
 * @param closesAt the local time in the zone at which it closes
 * @param zone required with either of them
 */
@Embeddable
@SelfValidating
@Schema(name = "NewRetailer")
public record Retailer(
        @NotBlank @Size(max = 200) String name,

        @Size(max = 2000) @Pattern(regexp = "https?://.+", message = "must be an http or https address") @Nullable
        String url,

        @Enumerated(EnumType.STRING) @NotNull SaleMethod method,
        @Nullable LocalDateTime opensAt,
        @Nullable LocalDateTime closesAt,
        @Nullable ZoneId zone)
        implements SelfValidating.Fields {

    /** Days before a release on which a draw for it may still open; most open within two weeks. */
    private static final int LONGEST_DRAW = 31;

    @Override
    public void validate(SelfValidating.Violations violations) {
        var hours = opensAt != null || closesAt != null;
        if (hours && zone == null) {
            violations.add("zone", "is needed with opensAt and closesAt, such as America/New_York");
        } else if (zone != null && !hours) {
            violations.add("zone", "goes with opensAt or closesAt; leave it out, or give one of them");
        }
        if (opensAt != null && closesAt != null && closesAt.isBefore(opensAt)) {
            violations.add("closesAt", "is before opensAt, " + opensAt);
        }
        LaunchTime.refuseSkipped("opensAt", opensAt, zone, violations);
        LaunchTime.refuseSkipped("closesAt", closesAt, zone, violations);
    }

    /**
     * The view for callers, with instants; hours of another date than the one shown are left out.
     *
     * @param date of the release; null while it is unknown
     */
    public RetailerView view(@Nullable Window date) {
        var opens = LaunchTime.of(opensAt, zone);
        var closes = LaunchTime.of(closesAt, zone);
        var first = opens != null ? opens : closes;
        return first == null || fits(first, date)
                ? new RetailerView(name, url, method, opens, closes)
                : new RetailerView(name, url, method, null, null);
    }

    /** Sales open on a day of the date, draws some time before. */
    private boolean fits(LaunchTime first, @Nullable Window date) {
        if (method != SaleMethod.DRAW || date == null) {
            return first.isOn(date);
        }
        var day = first.local().toLocalDate();
        var earliest = date.earliest();
        return date.overlaps(day, null) && (earliest == null || !day.isBefore(earliest.minusDays(LONGEST_DRAW)));
    }

    /** A retailer of a release; opening and closing are null while unknown. */
    @Schema(
            name = "Retailer",
            description =
                    "opens and closes are null while they are unknown, and while the release has another date than"
                            + " theirs: a sale opens on a day of the date, a draw up to 31 days before.")
    public record RetailerView(
            String name,
            @Nullable String url,
            SaleMethod method,
            @Nullable LaunchTime opens,
            @Nullable LaunchTime closes) {}
}
