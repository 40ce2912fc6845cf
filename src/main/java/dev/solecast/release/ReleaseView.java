package dev.solecast.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.solecast.catalog.Citation;
import dev.solecast.catalog.ColorwayKind;
import dev.solecast.catalog.Detail;
import dev.solecast.catalog.Named;
import dev.solecast.catalog.RumorKind;
import dev.solecast.catalog.Stage;
import dev.solecast.http.Imminent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A release as callers see it; null means that nobody has told us. */
@Schema(name = "Release")
public record ReleaseView(
        @Schema(examples = "aime-leon-dore-new-balance-1000")
        String slug,

        @Schema(examples = "Aimé Leon Dore x New Balance 1000")
        String title,

        @Schema(description = "Null once it is released or cancelled.") @Nullable
        Group group,

        ReleaseStatus status,
        @Nullable String statusReason,

        @Schema(description = "Null while it is not known.") @Nullable
        ColorwayKind kind,

        Named brand,
        Named model,
        @Nullable CollaborationOfRelease collaboration,
        @Nullable ColorwayOfRelease colorway,

        @Schema(description = "ISO 3166-1 alpha-2 code, EU, or WW for worldwide.", examples = "WW")
        String region,

        @Nullable Channel channel,

        @Schema(description = "The window that counts as its date; null while nobody has named one.") @Nullable
        ReleaseDate date,

        @Schema(description = "What all rumors together say; null if there are none, or it is no longer awaited.")
        @Nullable
        ForecastView forecast,

        @Schema(description = "When the sale starts, where the hour is known.") @Nullable
        LaunchTime launch,

        @Schema(description = "The day it was released.") @Nullable
        LocalDate releasedOn,

        @Nullable Money retailPrice,
        List<Retailer.RetailerView> retailers,

        @Schema(description = "What is known of the shoe itself before its colorway is.")
        List<Detail> features,

        RumorSummary rumors,

        @Schema(description = "The newest rumors, at most 20; only with include=rumors.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<RumorView> newestRumors,

        List<Citation> citations,
        Instant updatedAt)
        implements Imminent {

    /** Whether an awaited shoe's launch, or else the last day of its window, is within a day of this instant. */
    @Override
    public boolean imminent(Instant now) {
        if (group == null) {
            return false;
        } else if (launch != null) {
            return Duration.between(launch.instant(), now).abs().compareTo(Duration.ofDays(1)) <= 0;
        }
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var last = date == null ? null : date.latest();
        return last != null && Math.abs(ChronoUnit.DAYS.between(today, last)) <= 1;
    }

    static ReleaseView of(Release release, Outlook outlook, @Nullable List<Rumor> newest) {
        var model = release.model();
        var brand = model.brand();
        var date = outlook.date();
        return new ReleaseView(
                release.slug(),
                release.title(),
                outlook.group(),
                outlook.status(),
                outlook.statusReason(),
                release.kind(),
                new Named(brand.slug(), brand.name()),
                new Named(model.slug(), model.name()),
                CollaborationOfRelease.of(release.collaboration(), outlook.stage()),
                ColorwayOfRelease.of(release.colorway()),
                release.region(),
                release.channel(),
                date == null ? null : ReleaseDate.of(date, outlook.group() == Group.OVERDUE),
                ForecastView.of(outlook),
                release.launch(),
                outlook.releasedOn(),
                release.price(),
                release.retailers().stream().map(Retailer::view).toList(),
                release.features(),
                RumorSummary.of(outlook.digest()),
                newest == null ? null : newest.stream().map(RumorView::of).toList(),
                release.citations(),
                release.updatedAt());
    }

    /** What a release shows of its collaboration. */
    @Schema(name = "CollaborationOfRelease")
    public record CollaborationOfRelease(String slug, Stage stage, List<Named> collaborators) {

        static @Nullable CollaborationOfRelease of(
                dev.solecast.catalog.@Nullable Collaboration collaboration, @Nullable Stage stage) {
            return collaboration == null || stage == null
                    ? null
                    : new CollaborationOfRelease(collaboration.slug(), stage, collaboration.collaborators());
        }
    }

    /** What a release shows of its colorway. */
    @Schema(name = "ColorwayOfRelease")
    public record ColorwayOfRelease(
            String slug, String title, @Nullable String styleCode) {

        static @Nullable ColorwayOfRelease of(dev.solecast.catalog.@Nullable Colorway colorway) {
            return colorway == null
                    ? null
                    : new ColorwayOfRelease(colorway.slug(), colorway.title(), colorway.styleCode());
        }
    }

    /** How many unretracted rumors there are, from how many sources, and the strongest kind among them. */
    @Schema(name = "RumorSummary")
    public record RumorSummary(
            int count, int sources, @Nullable RumorKind strongest) {

        static RumorSummary of(Digest digest) {
            return new RumorSummary(digest.count(), digest.sources(), digest.strongest());
        }
    }
}
