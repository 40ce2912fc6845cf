package dev.solecast.release;

import dev.solecast.catalog.Citation;
import dev.solecast.catalog.Collaboration;
import dev.solecast.catalog.Colorway;
import dev.solecast.catalog.ColorwayKind;
import dev.solecast.catalog.Detail;
import dev.solecast.catalog.Named;
import dev.solecast.catalog.Picture;
import dev.solecast.catalog.RumorKind;
import dev.solecast.catalog.Stage;
import dev.solecast.change.EntryType;
import dev.solecast.change.Reading;
import dev.solecast.release.ReleaseView.CollaborationOfRelease;
import dev.solecast.release.ReleaseView.ColorwayOfRelease;
import dev.solecast.release.ReleaseView.RumorSummary;
import dev.solecast.release.date.Window;
import dev.solecast.release.forecast.Belief;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A release as it is shown, read without the entity: {@link ReleaseView#of} makes the same of one.
 *
 * @param likeliest only where it is the order
 */
record Card(long id, LocalDate sortDay, long sortSpan, LocalDate likeliest, ReleaseView shown) implements Seen {

    @Override
    public Instant updatedAt() {
        return shown.updatedAt();
    }

    @Override
    public @Nullable Group group() {
        return shown.group();
    }

    @Override
    public ReleaseView view(@Nullable List<Rumor> newest) {
        return newest == null ? shown : shown.with(newest);
    }

    static Card of(CardRow row, LocalDate today, LocalDate utc) throws SQLException {
        tellWhatIsRead(row);
        var likeliest = row.day("order_likeliest");
        return new Card(
                row.longNumber("id"),
                Objects.requireNonNull(row.day("sort_day")),
                row.longNumber("sort_span"),
                likeliest == null ? ReleaseSorting.NEVER : likeliest,
                view(row, today, utc));
    }

    /** To those who keep answers, as entities tell it by themselves. */
    private static void tellWhatIsRead(CardRow row) throws SQLException {
        Reading.read(EntryType.RELEASE, row.longNumber("id"), row.known("slug"));
        Reading.read(EntryType.BRAND, row.longNumber("brand_id"), row.known("brand_slug"));
        Reading.read(EntryType.MODEL, row.longNumber("model_id"), row.known("model_slug"));
        var colorway = row.text("colorway_slug");
        if (colorway != null) {
            Reading.read(EntryType.COLORWAY, row.longNumber("colorway_id"), colorway);
        }
        for (var column : List.of("collaboration", "other_collaboration")) {
            var collaboration = row.object(column, Together.class);
            if (collaboration != null) {
                collaboration.tellWhatIsRead();
            }
        }
    }

    private static ReleaseView view(CardRow row, LocalDate today, LocalDate utc) throws SQLException {
        var status = Objects.requireNonNull(row.word("status", ReleaseStatus.values()));
        var date = row.window("date_edtf");
        var releasedOn = row.day("released_on");
        var group = Group.of(status, date, today);
        var zone = row.text("launch_zone");
        var price = row.decimal("price_amount");
        var shoe = row.known("brand") + " " + row.known("model");
        var collaboration = row.object("collaboration", Together.class);
        var colorway = colorway(row, collaboration, shoe);
        return new ReleaseView(
                row.known("slug"),
                colorway != null ? colorway.title() : collaboration != null ? collaboration.title() : shoe,
                group,
                status,
                row.text("status_reason"),
                new StatusLabel(status, date, releasedOn, today),
                row.word("kind", ColorwayKind.values()),
                new Named(row.known("brand_slug"), row.known("brand")),
                new Named(row.known("model_slug"), row.known("model")),
                collaboration == null
                        ? null
                        : new CollaborationOfRelease(
                                collaboration.slug(), collaboration.stage(), collaboration.collaborators()),
                colorway,
                row.known("region"),
                row.word("channel", Channel.values()),
                date == null ? null : ReleaseDate.of(date, group == Group.OVERDUE),
                status.awaited() ? forecast(row, date, utc) : null,
                LaunchTime.of(row.local("launch_at"), zone == null ? null : ZoneId.of(zone)),
                releasedOn,
                price == null ? null : new Money(price, Currency.getInstance(row.known("price_currency"))),
                row.list("retailers", Retailer.class).stream()
                        .map(Retailer::view)
                        .toList(),
                row.list("features", Detail.class),
                new RumorSummary(
                        row.number("rumor_count"),
                        row.number("source_count"),
                        row.word("strongest_kind", RumorKind.values())),
                null,
                row.list("citations", Citation.class),
                row.instant("updated_at"),
                row.number("version"));
    }

    /**
     * A collaboration as its column tells it.
     *
     * @param on the model, or the brand where it is not known
     * @param members its collaborators
     */
    record Together(long id, String slug, Stage stage, String on, List<Member> members) {

        /** One of them. */
        record Member(long id, String slug, String name) {}

        private void tellWhatIsRead() {
            Reading.read(EntryType.COLLABORATION, id, slug);
            members.forEach(member -> Reading.read(EntryType.COLLABORATOR, member.id(), member.slug()));
        }

        List<Named> collaborators() {
            return members.stream()
                    .map(member -> new Named(member.slug(), member.name()))
                    .toList();
        }

        String title() {
            return Collaboration.title(collaborators(), on);
        }
    }

    private static @Nullable ColorwayOfRelease colorway(CardRow row, @Nullable Together collaboration, String model)
            throws SQLException {
        var slug = row.text("colorway_slug");
        if (slug == null) {
            return null;
        }
        var other = row.object("other_collaboration", Together.class);
        var shoe = other != null
                ? other.title()
                : collaboration == null || row.word("colorway_kind", ColorwayKind.values()) == ColorwayKind.GENERAL
                        ? model
                        : collaboration.title();
        return new ColorwayOfRelease(
                slug,
                Colorway.title(shoe, row.text("nickname"), row.text("looks")),
                row.text("style_code"),
                row.object("picture", Picture.class));
    }

    /** As it was told today; computed where that has not been done yet. */
    private static @Nullable ForecastView forecast(CardRow row, @Nullable Window date, LocalDate utc)
            throws SQLException {
        var dated = row.flag("forecast_dated");
        var day = row.day("forecast_day");
        if (day != null && day.equals(utc)) {
            return ForecastView.of(
                    new Told(
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
        var comes = row.chance("comes");
        var first = row.day("first");
        var sums = row.numbers("sums");
        return comes == null || first == null || sums == null
                ? null
                : ForecastView.of(Told.of(new Belief(comes, first, sums, dated).on(utc), date), dated);
    }
}
