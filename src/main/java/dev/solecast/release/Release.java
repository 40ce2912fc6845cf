package dev.solecast.release;

import dev.solecast.catalog.collaboration.Collaboration;
import dev.solecast.catalog.colorway.Colorway;
import dev.solecast.catalog.colorway.ColorwayKind;
import dev.solecast.catalog.colorway.Feature;
import dev.solecast.catalog.model.Model;
import dev.solecast.change.EntryType;
import dev.solecast.date.Window;
import dev.solecast.entry.Citation;
import dev.solecast.entry.Entry;
import dev.solecast.forecast.Assessment;
import dev.solecast.http.Slug;
import dev.solecast.release.sale.Channel;
import dev.solecast.release.sale.LaunchTime;
import dev.solecast.release.sale.Money;
import dev.solecast.release.sale.Retailer;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A shoe going on sale in one region through one channel. Only its model is always known. */
@Entity
@DynamicUpdate // an editor's save must not overwrite columns that rumors have changed since
public class Release extends Entry {

    @ManyToOne(fetch = FetchType.LAZY)
    private Model model;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Collaboration collaboration;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Colorway colorway;

    private String region;

    @Enumerated(EnumType.STRING)
    private @Nullable Channel channel;

    @Enumerated(EnumType.STRING)
    private ReleaseStatus status;

    private @Nullable String statusReason;

    // Rumors change it without a new version; an editor who sets it changes the status, too.
    @Column(name = "date_edtf")
    @OptimisticLock(excluded = true)
    private @Nullable Window date;

    private @Nullable String dateReason;

    @Column(insertable = false, updatable = false, columnDefinition = "daterange")
    @SuppressWarnings("UnusedVariable") // for the filters from and to
    private @Nullable String dateDays;

    private @Nullable LocalDateTime launchAt;
    private @Nullable ZoneId launchZone;

    @Embedded
    private @Nullable Money price;

    private @Nullable LocalDate releasedOn;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Feature> features;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Citation> citations;

    @ElementCollection
    @CollectionTable(name = "retailer", joinColumns = @JoinColumn(name = "release_id"))
    @OrderColumn(name = "position")
    private List<Retailer> retailers;

    // A change caused by rumors must not fail an editor's save.
    @Embedded
    @OptimisticLock(excluded = true)
    private RumorAggregates rumorAggregates;

    @SuppressWarnings("NullAway.Init")
    protected Release() {}

    public Release(Slug slug, NewRelease request, ReleaseSubject subject, Instant now) {
        super(slug.text(), now);
        status = ReleaseStatus.RUMORED;
        retailers = new ArrayList<>();
        rumorAggregates = new RumorAggregates();
        revise(request, subject, now);
    }

    /** Takes over all that the request says but the slug and the status. */
    public final void revise(NewRelease request, ReleaseSubject subject, Instant now) {
        model = subject.model();
        collaboration = subject.collaboration();
        colorway = subject.colorway();
        region = request.region().code();
        channel = request.channel();
        launchAt = request.launchAt();
        launchZone = request.launchZone();
        price = request.retailPrice();
        features = request.features();
        citations = request.citations();
        if (!retailers.equals(request.retailers())) {
            retailers.clear();
            retailers.addAll(request.retailers());
        }
        markUpdated(now);
    }

    @Override
    public EntryType type() {
        return EntryType.RELEASE;
    }

    @Override
    public Stream<Entry> belongsTo() {
        return Stream.of(model, collaboration, colorway)
                .filter(Objects::nonNull)
                .flatMap(each -> Stream.concat(Stream.of(each), each.belongsTo()));
    }

    /** Marks it as confirmed; the window is its date from now on, null leaves the date to the rumors. */
    public void confirm(@Nullable Window window, String reason, Instant now) {
        setAwaited(ReleaseStatus.CONFIRMED, window, reason, now);
    }

    /** Marks it as delayed; the window is as for {@link #confirm}. */
    public void delay(@Nullable Window window, String reason, Instant now) {
        setAwaited(ReleaseStatus.DELAYED, window, reason, now);
    }

    /** Sets it back to {@code rumored}. */
    public void reopen(String reason, Instant now) {
        setAwaited(ReleaseStatus.RUMORED, null, reason, now);
    }

    /** Marks it as released; the day is that of the first general sale to the public. */
    public void release(LocalDate day, String reason, Instant now) {
        setStatus(ReleaseStatus.RELEASED, reason, now);
        releasedOn = day;
    }

    public void cancel(String reason, Instant now) {
        setStatus(ReleaseStatus.CANCELLED, reason, now);
    }

    private void setAwaited(ReleaseStatus next, @Nullable Window window, String reason, Instant now) {
        setStatus(next, reason, now);
        releasedOn = null;
        date = window;
        dateReason = window == null ? null : reason;
    }

    private void setStatus(ReleaseStatus next, String reason, Instant now) {
        status.requireNext(next, slug());
        status = next;
        statusReason = reason;
        markUpdated(now);
    }

    /**
     * Stores the aggregates of all its unretracted rumors. The date becomes the newest window of the strongest kind,
     * unless an editor has set one.
     *
     * @param assessment null if there is no rumor, or it is no longer awaited
     */
    public void updateAggregates(RumorTotals totals, @Nullable Assessment assessment, LocalDate today, Instant now) {
        if (dateReason == null) {
            date = totals.window();
        }
        rumorAggregates = new RumorAggregates(totals, assessment, today, date);
        markUpdated(now);
    }

    /** The assessment of its rumors; null if there are none, or it is no longer awaited. */
    public @Nullable Assessment assessment() {
        return status.awaited() ? rumorAggregates.assessment() : null;
    }

    /** The stored aggregates of its unretracted rumors. */
    public RumorAggregates rumorAggregates() {
        return rumorAggregates;
    }

    RumorTotals rumorTotals() {
        return rumorAggregates.totals(date);
    }

    /** The title, as precise as is known, for example "New Balance 1000 in pink". */
    String title() {
        return colorway != null ? colorway.title() : collaboration != null ? collaboration.title() : model.title();
    }

    /** The kind; null while it is not known whether it will be a general release. */
    @Nullable
    ColorwayKind kind() {
        return collaboration != null ? ColorwayKind.COLLABORATION : colorway == null ? null : colorway.kind();
    }

    public Model model() {
        return model;
    }

    public @Nullable Collaboration collaboration() {
        return collaboration;
    }

    public @Nullable Colorway colorway() {
        return colorway;
    }

    public String region() {
        return region;
    }

    public @Nullable Channel channel() {
        return channel;
    }

    public ReleaseStatus status() {
        return status;
    }

    public @Nullable String statusReason() {
        return statusReason;
    }

    public @Nullable Window date() {
        return date;
    }

    public @Nullable LaunchTime launch() {
        return LaunchTime.of(launchAt, launchZone);
    }

    public @Nullable Money price() {
        return price;
    }

    public @Nullable LocalDate releasedOn() {
        return releasedOn;
    }

    public List<Feature> features() {
        return features;
    }

    public List<Citation> citations() {
        return citations;
    }

    public List<Retailer> retailers() {
        return retailers;
    }
}
