package dev.solecast.release.sale;

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
 * A retailer that sells a release, and its way of sale.
 *
 * @param opensAt the local time in the zone at which the sale or the draw opens
 * @param closesAt the local time in the zone at which it closes
 * @param zone required with either of them
 */
@Embeddable
@Schema(name = "NewRetailer")
public record Retailer(
        @NotBlank @Size(max = 200) String name,

        @Size(max = 2000) @Pattern(regexp = "https?://.+", message = "must be an http or https address") @Nullable
        String url,

        @Enumerated(EnumType.STRING) @NotNull SaleMethod method,
        @Nullable LocalDateTime opensAt,
        @Nullable LocalDateTime closesAt,
        @Nullable ZoneId zone) {

    /** The view for callers, with instants. */
    public RetailerView view() {
        return new RetailerView(name, url, method, LaunchTime.of(opensAt, zone), LaunchTime.of(closesAt, zone));
    }

    /** A retailer of a release; opening and closing are null while unknown. */
    @Schema(name = "Retailer")
    public record RetailerView(
            String name,
            @Nullable String url,
            SaleMethod method,
            @Nullable LaunchTime opens,
            @Nullable LaunchTime closes) {}
}
