package dev.solecast.release.list;

import dev.solecast.cache.DependencyTracker;
import dev.solecast.cache.Fragment.ShownEntry;
import dev.solecast.catalog.collaboration.RumorKind;
import dev.solecast.catalog.colorway.Colorway;
import dev.solecast.catalog.colorway.ColorwayKind;
import dev.solecast.catalog.colorway.Feature;
import dev.solecast.catalog.colorway.Picture;
import dev.solecast.change.EntryType;
import dev.solecast.date.Window;
import dev.solecast.entry.Citation;
import dev.solecast.entry.Named;
import dev.solecast.forecast.DateDistribution;
import dev.solecast.release.ForecastOfDay;
import dev.solecast.release.ForecastView;
import dev.solecast.release.ReleaseDate;
import dev.solecast.release.ReleaseSnapshot;
import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.ReleaseView;
import dev.solecast.release.ReleaseView.CollaborationOfRelease;
import dev.solecast.release.ReleaseView.ColorwayOfRelease;
import dev.solecast.release.ReleaseView.RumorSummary;
import dev.solecast.release.Rumor;
import dev.solecast.release.StatusLabel;
import dev.solecast.release.UpcomingGroup;
import dev.solecast.release.sale.Channel;
import dev.solecast.release.sale.LaunchTime;
import dev.solecast.release.sale.Money;
import dev.solecast.release.sale.Retailer;
import dev.solecast.sql.ResultRow;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A release as it is shown, read by SQL without an entity; {@link ReleaseView#of} builds the same view from an entity.
 *
 * @param likeliest the sort key; read only where it is the order
 */
public record ReleaseProjection(long id, LocalDate sortDay, long sortSpan, LocalDate likeliest, ReleaseView shown)
        implements ListedRelease {

    /** The columns of a {@link #title}, of {@code release r left join colorway c}. */
    static final String TITLE = """
                r.model_id, r.collaboration_id,
                -- of a colorway that an editor has moved to another one since
                case when c.collaboration_id is distinct from r.collaboration_id then c.collaboration_id end
                    as other_collaboration_id,
                c.slug as colorway_slug, c.kind as colorway_kind, c.nickname, c.looks,
            """;

    /**
     * The columns of a {@link #computedForecast} besides {@code forecast_dated}, empty where today's figures are stored.
     * Their three parameters are today in UTC.
     */
    static final String DISTRIBUTION = """
                r.forecast_day,
                case when r.awaited and r.forecast_day is distinct from ? then r.forecast_comes end as comes,
                case when r.awaited and r.forecast_day is distinct from ? then r.forecast_first end as first,
                case when r.awaited and r.forecast_day is distinct from ? then r.forecast_sums end as sums,
            """;

    @Override
    public Instant updatedAt() {
        return shown.updatedAt();
    }

    @Override
    public @Nullable UpcomingGroup group() {
        return shown.group();
    }

    @Override
    public ReleaseView view(@Nullable List<Rumor> newest) {
        return newest == null ? shown : shown.withNewestRumors(newest);
    }

    static ReleaseProjection of(
            ResultRow row, ReleaseFragments.LoadedFragments fragments, LocalDate today, LocalDate utc)
            throws SQLException {
        reportReads(row);
        var likeliest = row.day("order_likeliest");
        return new ReleaseProjection(
                row.longNumber("id"),
                Objects.requireNonNull(row.day("sort_day")),
                row.longNumber("sort_span"),
                likeliest == null ? ReleaseSnapshot.NEVER : likeliest,
                view(row, fragments, today, utc));
    }

    /** Reports the dependencies of the response; entities and fragments report themselves. */
    private static void reportReads(ResultRow row) throws SQLException {
        DependencyTracker.recordRead(EntryType.RELEASE, row.longNumber("id"), row.requiredText("slug"));
        var colorway = row.text("colorway_slug");
        if (colorway != null) {
            DependencyTracker.recordRead(EntryType.COLORWAY, row.longNumber("colorway_id"), colorway);
        }
    }

    private static ReleaseView view(
            ResultRow row, ReleaseFragments.LoadedFragments fragments, LocalDate today, LocalDate utc)
            throws SQLException {
        var status = Objects.requireNonNull(row.enumConstant("status", ReleaseStatus.values()));
        var date = row.window("date_edtf");
        var releasedOn = row.day("released_on");
        var group = UpcomingGroup.of(status, date, today);
        var shown = ReleaseView.shownDate(date, releasedOn);
        var zone = row.text("launch_zone");
        var price = row.decimal("price_amount");
        var model = fragments.model(row.longNumber("model_id"));
        var collaboration = fragments.collaboration(row.id("collaboration_id"));
        var colorway = colorway(row, fragments);
        return new ReleaseView(
                row.requiredText("slug"),
                title(row, fragments),
                group,
                status,
                row.text("status_reason"),
                new StatusLabel(status, date, releasedOn, today),
                row.enumConstant("kind", ColorwayKind.values()),
                named(model.brand()),
                named(model.model()),
                collaboration == null
                        ? null
                        : new CollaborationOfRelease(
                                collaboration.collaboration().slug(),
                                collaboration.stage(),
                                collaboration.collaborators()),
                colorway,
                row.requiredText("region"),
                row.enumConstant("channel", Channel.values()),
                date == null ? null : ReleaseDate.of(date, group == UpcomingGroup.OVERDUE),
                status.awaited() ? forecast(row, date, utc) : null,
                ReleaseView.launchOn(
                        shown, LaunchTime.of(row.local("launch_at"), zone == null ? null : ZoneId.of(zone))),
                releasedOn,
                price == null ? null : new Money(price, Currency.getInstance(row.requiredText("price_currency"))),
                row.list("retailers", Retailer.class).stream()
                        .map(retailer -> retailer.view(shown))
                        .toList(),
                row.list("features", Feature.class),
                new RumorSummary(
                        row.number("rumor_count"),
                        row.number("source_count"),
                        row.enumConstant("strongest_kind", RumorKind.values())),
                null,
                row.list("citations", Citation.class),
                row.instant("updated_at"),
                row.number("version"));
    }

    static Named named(ShownEntry shown) {
        return new Named(shown.slug(), shown.name());
    }

    private static @Nullable ColorwayOfRelease colorway(ResultRow row, ReleaseFragments.LoadedFragments fragments)
            throws SQLException {
        var slug = row.text("colorway_slug");
        return slug == null
                ? null
                : new ColorwayOfRelease(
                        slug, title(row, fragments), row.text("style_code"), row.object("picture", Picture.class));
    }

    /** The title of the release and of its colorway, if it has one. */
    static String title(ResultRow row, ReleaseFragments.LoadedFragments fragments) throws SQLException {
        var collaboration = fragments.collaboration(row.id("collaboration_id"));
        var hasColorway = row.text("colorway_slug") != null;
        var ofOther = hasColorway ? fragments.collaboration(row.id("other_collaboration_id")) : null;
        var ofBrand = hasColorway && row.enumConstant("colorway_kind", ColorwayKind.values()) == ColorwayKind.GENERAL;
        var shoe = ofOther != null
                ? ofOther.title()
                : collaboration == null || ofBrand
                        ? fragments.model(row.longNumber("model_id")).title()
                        : collaboration.title();
        return hasColorway ? Colorway.title(shoe, row.text("nickname"), row.text("looks")) : shoe;
    }

    /** The stored figures of today, computed where they have not been stored yet. */
    private static @Nullable ForecastView forecast(ResultRow row, @Nullable Window date, LocalDate utc)
            throws SQLException {
        var dated = row.flag("forecast_dated");
        var day = row.day("forecast_day");
        if (day != null && day.equals(utc)) {
            return ForecastView.of(
                    new ForecastOfDay(
                            day,
                            Objects.requireNonNull(row.chance("forecast_happens")),
                            row.day("likeliest"),
                            row.day("likeliest_until"),
                            row.day("forecast_median"),
                            row.day("forecast_from50"),
                            row.day("forecast_to50"),
                            row.day("forecast_from80"),
                            row.day("forecast_to80"),
                            row.window("forecast_summary"),
                            row.chance("forecast_confidence")),
                    dated);
        }
        var computed = computedForecast(row, date, utc);
        return computed == null ? null : ForecastView.of(computed, dated);
    }

    /** The figures of today, computed from the distribution; null if there is none. */
    static @Nullable ForecastOfDay computedForecast(ResultRow row, @Nullable Window date, LocalDate utc)
            throws SQLException {
        var comes = row.chance("comes");
        var first = row.day("first");
        var sums = row.numbers("sums");
        return comes == null || first == null || sums == null
                ? null
                : ForecastOfDay.of(new DateDistribution(comes, first, sums, row.flag("forecast_dated")).on(utc), date);
    }
}
