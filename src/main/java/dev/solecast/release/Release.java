package dev.solecast.release;

import dev.solecast.catalog.Citation;
import dev.solecast.catalog.Collaboration;
import dev.solecast.catalog.Colorway;
import dev.solecast.catalog.ColorwayKind;
import dev.solecast.catalog.Detail;
import dev.solecast.catalog.Entry;
import dev.solecast.catalog.Model;
import dev.solecast.catalog.RumorKind;
import dev.solecast.release.date.Window;
import dev.solecast.release.forecast.Judgement;
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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A shoe going on sale in one region through one channel. It always knows its model; the rest as it becomes known. */
@Entity
class Release extends Entry {

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

    @Column(name = "date_edtf")
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
    private List<Detail> features;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Citation> citations;

    @ElementCollection
    @CollectionTable(name = "retailer", joinColumns = @JoinColumn(name = "release_id"))
    @OrderColumn(name = "position")
    private List<Retailer> retailers;

    @Embedded
    private @Nullable StoredForecast forecast;

    @SuppressWarnings("UnusedVariable") // for the order by likeliest day
    private @Nullable LocalDate likeliest;

    @SuppressWarnings("UnusedVariable")
    private @Nullable LocalDate likeliestUntil;

    private int rumorCount;
    private int sourceCount;

    @Enumerated(EnumType.STRING)
    private @Nullable RumorKind strongestKind;

    @SuppressWarnings("NullAway.Init")
    protected Release() {}

    Release(
            NewRelease given,
            Model model,
            @Nullable Collaboration collaboration,
            @Nullable Colorway colorway,
            Instant now) {
        super(given.slug(), now);
        this.model = model;
        this.collaboration = collaboration;
        this.colorway = colorway;
        region = given.region().code();
        channel = given.channel();
        status = given.status() == null ? ReleaseStatus.RUMORED : given.status();
        statusReason = given.statusReason();
        releasedOn = given.releasedOn();
        launchAt = given.launchAt();
        launchZone = given.launchZone();
        price = given.retailPrice();
        features = given.features();
        citations = given.citations();
        retailers = new ArrayList<>(given.retailers());
    }

    /**
     * Takes in what all its unretracted rumors together say. The date becomes the newest window of the strongest kind,
     * unless an editor has set one.
     *
     * @param judgement null if there is no rumor
     */
    void weigh(Digest digest, @Nullable Judgement judgement, Instant now) {
        rumorCount = digest.count();
        sourceCount = digest.sources();
        strongestKind = digest.strongest();
        if (dateReason == null) {
            date = digest.window();
        }
        forecast = judgement == null ? null : new StoredForecast(judgement);
        var first = judgement == null ? null : judgement.on(judgement.belief().first());
        likeliest = first == null ? null : first.likeliest();
        likeliestUntil = first == null ? null : first.likeliestUntil();
        changedAt(now);
    }

    /** What its rumors come to; null if there are none, or it is no longer awaited. */
    @Nullable
    Judgement judgement() {
        return forecast == null || !status.awaited() ? null : forecast.judgement();
    }

    Digest digest() {
        return new Digest(rumorCount, sourceCount, strongestKind, date);
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

    Model model() {
        return model;
    }

    @Nullable
    Collaboration collaboration() {
        return collaboration;
    }

    @Nullable
    Colorway colorway() {
        return colorway;
    }

    String region() {
        return region;
    }

    @Nullable
    Channel channel() {
        return channel;
    }

    ReleaseStatus status() {
        return status;
    }

    @Nullable
    String statusReason() {
        return statusReason;
    }

    @Nullable
    Window date() {
        return date;
    }

    LocalDate sortDay() {
        return sortDay;
    }

    long sortSpan() {
        return sortSpan;
    }

    @Nullable
    LaunchTime launch() {
        return LaunchTime.of(launchAt, launchZone);
    }

    @Nullable
    Money price() {
        return price;
    }

    @Nullable
    LocalDate releasedOn() {
        return releasedOn;
    }

    List<Detail> features() {
        return features;
    }

    List<Citation> citations() {
        return citations;
    }

    List<Retailer> retailers() {
        return retailers;
    }
}
