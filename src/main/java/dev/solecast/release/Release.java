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
import java.util.Comparator;
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
     */
    void weigh(List<Rumor> unretracted, Instant now) {
        rumorCount = unretracted.size();
        sourceCount = (int) unretracted.stream()
                .map(rumor -> rumor.source().id())
                .distinct()
                .count();
        strongestKind = unretracted.stream()
                .map(Rumor::kind)
                .min(Comparator.naturalOrder())
                .orElse(null);
        if (dateReason == null) {
            date = unretracted.stream()
                    .filter(rumor -> rumor.window() != null)
                    .min(Rumor.STRONGEST_FIRST)
                    .map(Rumor::window)
                    .orElse(null);
        }
        changedAt(now);
    }

    /** "New Balance 1000 in pink", as precisely as it is known. */
    String title() {
        return colorway != null ? colorway.title() : collaboration != null ? collaboration.title() : model.title();
    }

    /** Null once it is released or cancelled. */
    @Nullable
    Group group(LocalDate today) {
        if (!status.awaited()) {
            return null;
        }
        return date == null ? Group.UNDATED : date.isOver(today) ? Group.OVERDUE : Group.DATED;
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

    int rumorCount() {
        return rumorCount;
    }

    int sourceCount() {
        return sourceCount;
    }

    @Nullable
    RumorKind strongestKind() {
        return strongestKind;
    }
}
