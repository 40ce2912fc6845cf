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
import dev.solecast.http.WireName;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
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

/** A shoe going on sale in one region through one channel. It always knows its model; the rest as it becomes known. */
@Entity
@DynamicUpdate // an editor who saves must not put back what rumors have moved since
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

    // An editor who sets it changes the status, too.
    @Column(name = "date_edtf")
    @OptimisticLock(excluded = true)
    private @Nullable Window date;

    private @Nullable String dateReason;

    @Column(insertable = false, updatable = false, columnDefinition = "daterange")
    @SuppressWarnings("UnusedVariable") // for the filters from and to
    private @Nullable String dateDays;

    @Column(insertable = false, updatable = false)
    @SuppressWarnings("NullAway.Init") // the database computes it
    private LocalDate sortDay;

    @Column(insertable = false, updatable = false)
    private int sortSpan;

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

    // What rumors move must not fail an editor's save.
    @Embedded
    @OptimisticLock(excluded = true)
    private RumorAggregates weighed;

    @SuppressWarnings("NullAway.Init")
    protected Release() {}

    public Release(Slug slug, NewRelease given, ReleaseSubject shoe, Instant now) {
        super(slug.text(), now);
        status = ReleaseStatus.RUMORED;
        retailers = new ArrayList<>();
        weighed = new RumorAggregates();
        revise(given, shoe, now);
    }

    /** Becomes what is given, but for its slug and its status. */
    public final void revise(NewRelease given, ReleaseSubject shoe, Instant now) {
        model = shoe.model();
        collaboration = shoe.collaboration();
        colorway = shoe.colorway();
        region = given.region().code();
        channel = given.channel();
        launchAt = given.launchAt();
        launchZone = given.launchZone();
        price = given.retailPrice();
        features = given.features();
        citations = given.citations();
        if (!retailers.equals(given.retailers())) {
            retailers.clear();
            retailers.addAll(given.retailers());
        }
        changedAt(now);
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

    /** Its maker or an editor knows that it comes; the window is its date from now on, null leaves that to the rumors. */
    public void confirm(@Nullable Window window, String reason, Instant now) {
        await(ReleaseStatus.CONFIRMED, window, reason, now);
    }

    /** It comes later than was said; the window as for {@link #confirm}. */
    public void delay(@Nullable Window window, String reason, Instant now) {
        await(ReleaseStatus.DELAYED, window, reason, now);
    }

    /** Back to where only rumors speak of it. */
    public void reopen(String reason, Instant now) {
        await(ReleaseStatus.RUMORED, null, reason, now);
    }

    /** The first general sale to the public was on this day. */
    public void release(LocalDate day, String reason, Instant now) {
        become(ReleaseStatus.RELEASED, reason, now);
        releasedOn = day;
    }

    public void cancel(String reason, Instant now) {
        become(ReleaseStatus.CANCELLED, reason, now);
    }

    private void await(ReleaseStatus next, @Nullable Window window, String reason, Instant now) {
        become(next, reason, now);
        releasedOn = null;
        date = window;
        dateReason = window == null ? null : reason;
    }

    private void become(ReleaseStatus next, String reason, Instant now) {
        if (!status.next().contains(next)) {
            throw Problem.of(
                    ProblemCode.CONFLICT,
                    "\"%s\" is %s and cannot become %s; it can become %s."
                            .formatted(slug(), status.word(), next.word(), WireName.list(status.next())));
        }
        status = next;
        statusReason = reason;
        changedAt(now);
    }

    /**
     * Takes in what all its unretracted rumors together say. The date becomes the newest window of the strongest kind,
     * unless an editor has set one.
     *
     * @param judgement null if there is no rumor, or it is no longer awaited
     */
    public void weigh(RumorTotals digest, @Nullable Assessment judgement, LocalDate today, Instant now) {
        if (dateReason == null) {
            date = digest.window();
        }
        weighed = new RumorAggregates(digest, judgement, today, date);
        changedAt(now);
    }

    /** What its rumors come to; null if there are none, or it is no longer awaited. */
    public @Nullable Assessment judgement() {
        return status.awaited() ? weighed.judgement() : null;
    }

    /** The stored columns of what its rumors come to. */
    public RumorAggregates weighed() {
        return weighed;
    }

    RumorTotals digest() {
        return weighed.digest(date);
    }

    /** "New Balance 1000 in pink", as precisely as it is known. */
    String title() {
        return colorway != null ? colorway.title() : collaboration != null ? collaboration.title() : model.title();
    }

    /** Null while it is not known whether it will be a general release. */
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

    LocalDate sortDay() {
        return sortDay;
    }

    long sortSpan() {
        return sortSpan;
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
