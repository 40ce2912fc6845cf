package dev.solecast.release;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.solecast.catalog.collaboration.Collaboration;
import dev.solecast.catalog.collaboration.RumorKind;
import dev.solecast.catalog.collaboration.Stage;
import dev.solecast.catalog.colorway.Colorway;
import dev.solecast.catalog.colorway.ColorwayKind;
import dev.solecast.catalog.colorway.Feature;
import dev.solecast.catalog.colorway.Picture;
import dev.solecast.date.Window;
import dev.solecast.entry.Citation;
import dev.solecast.entry.EntryView;
import dev.solecast.entry.Named;
import dev.solecast.http.LocalizedText;
import dev.solecast.http.response.Imminent;
import dev.solecast.release.sale.Channel;
import dev.solecast.release.sale.LaunchTime;
import dev.solecast.release.sale.Money;
import dev.solecast.release.sale.Retailer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A release as callers see it; null means unknown, unless a field says otherwise. */
@Schema(name = "Release")
public record ReleaseView(
        @Schema(examples = "aime-leon-dore-new-balance-1000")
        String slug,

        @Schema(examples = "Aimé Leon Dore x New Balance 1000")
        String title,

        @Schema(description = "Null once it is released or cancelled.") @Nullable
        UpcomingGroup group,

        ReleaseStatus status,
        @Nullable String statusReason,

        @Schema(
                implementation = String.class,
                description = "Where it stands, for people, in the language that Accept-Language asks for: its status, "
                        + "and how far off a known day is; or for how long it has been overdue. What a list's cell "
                        + "shows beside date.label.",
                examples = "confirmed, in 12 days")
        LocalizedText statusLabel,

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

        @Schema(
                description = "When the sale starts, where the hour is known. Null, too, while the release has another"
                        + " date (or was released on another day) than that of the launch, which then no longer counts."
                        + " The hour is kept, and comes back with its date.")
        @Nullable
        LaunchTime launch,

        @Schema(description = "The day it was released.") @Nullable
        LocalDate releasedOn,

        @Nullable Money retailPrice,
        List<Retailer.RetailerView> retailers,

        @Schema(description = "What is known of the shoe itself before its colorway is.")
        List<Feature> features,

        RumorSummary rumors,

        @Schema(description = "The newest rumors, at most 20; only with include=rumors.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<RumorView> newestRumors,

        List<Citation> citations,
        Instant updatedAt,
        @JsonIgnore int version)
        implements EntryView, Imminent {

    /** Whether an awaited shoe's launch, or else the last day of its window, is within a day of this instant. */
    @Override
    public boolean isImminent(Instant now) {
        if (group == null) {
            return false;
        } else if (launch != null) {
            return Duration.between(launch.instant(), now).abs().compareTo(Duration.ofDays(1)) <= 0;
        }
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var last = date == null ? null : date.latest();
        return last != null && Math.abs(ChronoUnit.DAYS.between(today, last)) <= 1;
    }

    /** A copy that shows these newest rumors, too. */
    public ReleaseView withNewestRumors(List<Rumor> newest) {
        return new ReleaseView(
                slug,
                title,
                group,
                status,
                statusReason,
                statusLabel,
                kind,
                brand,
                model,
                collaboration,
                colorway,
                region,
                channel,
                date,
                forecast,
                launch,
                releasedOn,
                retailPrice,
                retailers,
                features,
                rumors,
                newest.stream().map(RumorView::of).toList(),
                citations,
                updatedAt,
                version);
    }

    /** The view of an entity; {@code ReleaseProjection} builds the same view from SQL. Null leaves the rumors out. */
    public static ReleaseView of(Release release, ReleaseSnapshot snapshot, @Nullable List<Rumor> newest) {
        var model = release.model();
        var brand = model.brand();
        var date = snapshot.date();
        var shown = shownDate(date, snapshot.releasedOn());
        return new ReleaseView(
                release.slug(),
                release.title(),
                snapshot.group(),
                snapshot.status(),
                snapshot.statusReason(),
                new StatusLabel(snapshot.status(), date, snapshot.releasedOn(), snapshot.today()),
                release.kind(),
                new Named(brand.slug(), brand.name()),
                new Named(model.slug(), model.name()),
                CollaborationOfRelease.of(release.collaboration(), snapshot.stage()),
                ColorwayOfRelease.of(release.colorway()),
                release.region(),
                release.channel(),
                date == null ? null : ReleaseDate.of(date, snapshot.group() == UpcomingGroup.OVERDUE),
                ForecastView.of(snapshot),
                launchOn(shown, release.launch()),
                snapshot.releasedOn(),
                release.price(),
                release.retailers().stream()
                        .map(retailer -> retailer.view(shown))
                        .toList(),
                release.features(),
                RumorSummary.of(snapshot.rumorTotals()),
                newest == null ? null : newest.stream().map(RumorView::of).toList(),
                release.citations(),
                release.updatedAt(),
                release.version());
    }

    /** The day of the release or, until it is known, the date; null while there is none. */
    public static @Nullable Window shownDate(@Nullable Window date, @Nullable LocalDate releasedOn) {
        return releasedOn == null ? date : Window.of(releasedOn);
    }

    /** The launch, unless it was meant for another date than the one shown. */
    public static @Nullable LaunchTime launchOn(@Nullable Window shown, @Nullable LaunchTime launch) {
        return launch == null || !launch.isOn(shown) ? null : launch;
    }

    /** The part of a collaboration that its releases show. */
    @Schema(name = "CollaborationOfRelease")
    public record CollaborationOfRelease(String slug, Stage stage, List<Named> collaborators) {

        static @Nullable CollaborationOfRelease of(@Nullable Collaboration collaboration, @Nullable Stage stage) {
            return collaboration == null || stage == null
                    ? null
                    : new CollaborationOfRelease(collaboration.slug(), stage, collaboration.collaborators());
        }
    }

    /** The part of a colorway that its releases show. */
    @Schema(name = "ColorwayOfRelease")
    public record ColorwayOfRelease(
            String slug,
            String title,
            @Nullable String styleCode,

            @Schema(description = "The first of its pictures.") @Nullable
            Picture picture) {

        static @Nullable ColorwayOfRelease of(@Nullable Colorway colorway) {
            return colorway == null
                    ? null
                    : new ColorwayOfRelease(
                            colorway.slug(), colorway.title(), colorway.styleCode(), colorway.picture());
        }
    }

    /** The number of unretracted rumors, the number of their sources, and the strongest kind among them. */
    @Schema(name = "RumorSummary")
    public record RumorSummary(
            int count, int sources, @Nullable RumorKind strongest) {

        static RumorSummary of(RumorTotals totals) {
            return new RumorSummary(totals.count(), totals.sourceIds().size(), totals.strongest());
        }
    }
}
