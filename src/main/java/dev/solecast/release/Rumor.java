package dev.solecast.release;

import dev.solecast.catalog.collaboration.RumorKind;
import dev.solecast.catalog.collaboration.StrongestRumor;
import dev.solecast.date.Window;
import dev.solecast.forecast.Evidence;
import dev.solecast.forecast.Kind;
import dev.solecast.release.sale.Money;
import dev.solecast.source.Source;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One source's statement about a release. Append-only: corrected by a newer one or retracted, never edited. */
@Entity
public class Rumor {

    /**
     * Strongest kind first, then the latest said, then the last recorded. {@link Rumors#strongestByEntry} orders the
     * same way in SQL.
     */
    public static final Comparator<Rumor> STRONGEST_FIRST = Comparator.comparing(Rumor::kind)
            .thenComparing(Comparator.comparing(Rumor::saidBy).reversed())
            .thenComparing(Comparator.comparingLong(Rumor::id).reversed());

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Release release;

    @ManyToOne(fetch = FetchType.LAZY)
    private Source source;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Source via;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Rumor copiesRumor;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Source copiesSource;

    @Enumerated(EnumType.STRING)
    private RumorKind kind;

    private @Nullable String url;
    private Window saidOn;

    @Column(insertable = false, updatable = false)
    @SuppressWarnings("UnusedVariable") // read by queries only
    private @Nullable LocalDate saidBy;

    private Instant recordedAt;

    @SuppressWarnings("UnusedVariable") // never shown to callers
    private String recordedBy;

    @Column(name = "window_edtf")
    private @Nullable Window window;

    @Embedded
    private @Nullable Money price;

    private boolean cancels;
    private @Nullable String statement;
    private @Nullable Instant retractedAt;

    @SuppressWarnings("UnusedVariable") // never shown to callers
    private @Nullable String retractedBy;

    private @Nullable String retraction;

    @SuppressWarnings("NullAway.Init")
    protected Rumor() {}

    public Rumor(
            NewRumor request, Release release, Source source, @Nullable Source via, Instant now, String recordedBy) {
        this.release = release;
        this.source = source;
        this.via = via;
        this.recordedAt = now;
        this.recordedBy = recordedBy;
        kind = request.kind();
        url = request.url();
        saidOn = request.saidOnWindow();
        window = request.claimedWindow();
        price = request.price();
        cancels = request.cancels();
        statement = request.statement();
    }

    /** Marks it as a copy of another rumor or source; it then counts no more than the original. */
    public void markAsCopy(@Nullable Rumor rumor, @Nullable Source origin) {
        copiesRumor = rumor;
        copiesSource = origin;
    }

    /** Retracts it; the row stays, with the reason. */
    public void retract(String reason, Instant now, String by) {
        retractedAt = now;
        retractedBy = by;
        retraction = reason;
    }

    /** Erases these of its fields. */
    public void redact(List<String> fields) {
        url = fields.contains("url") ? null : url;
        statement = fields.contains("statement") ? null : statement;
        retraction = fields.contains("retraction") && retraction != null ? "(redacted)" : retraction;
    }

    /**
     * Whether it is the same statement: by the same source, at the same URL and time, with the same content. Its twin,
     * {@link Rumors#findSame}, has the same rule in SQL.
     */
    public boolean isSame(Source source, NewRumor request) {
        return this.source.id() == source.id()
                && kind == request.kind()
                && cancels == request.cancels()
                && saidOn.edtf().equals(request.saidOn())
                && Objects.equals(url, request.url())
                && Objects.equals(window == null ? null : window.edtf(), request.window())
                && Objects.equals(price, request.price())
                && Objects.equals(statement, request.statement());
    }

    public boolean retracted() {
        return retractedAt != null;
    }

    /** The day from which it counts: the last day of {@code saidOn}, or the day it was recorded if that came first. */
    public LocalDate saidBy() {
        var last = saidOn.latest();
        return last == null || last.isAfter(recordedOn()) ? recordedOn() : last;
    }

    LocalDate recordedOn() {
        return LocalDate.ofInstant(recordedAt, ZoneOffset.UTC);
    }

    /** Whether it had been said by the end of this day and not been retracted by then. */
    public boolean isUnretractedOn(LocalDate day) {
        return evidence().isUnretractedOn(day);
    }

    /** The same as evidence for forecasts. */
    public Evidence evidence() {
        var original = copiesSource == null && copiesRumor != null ? copiesRumor.source : copiesSource;
        return new Evidence(
                id(),
                source.slug(),
                Kind.valueOf(kind.name()),
                saidBy(),
                recordedOn(),
                window,
                cancels,
                original == null ? null : original.slug(),
                retractedAt == null ? null : LocalDate.ofInstant(retractedAt, ZoneOffset.UTC));
    }

    /** The same as catalog entries show it. */
    public StrongestRumor toStrongestRumor() {
        return new StrongestRumor(
                kind, source.named(), saidOn.edtf(), window == null ? null : window.edtf(), statement, release.slug());
    }

    public long id() {
        if (id == null) {
            throw new IllegalStateException("Not yet stored");
        }
        return id;
    }

    public Release release() {
        return release;
    }

    public Source source() {
        return source;
    }

    /** The ids of the sources of these rumors, each once. */
    public static List<Long> sourceIds(Collection<Rumor> rumors) {
        return rumors.stream().map(rumor -> rumor.source.id()).distinct().toList();
    }

    @Nullable
    Source via() {
        return via;
    }

    @Nullable
    Rumor copiesRumor() {
        return copiesRumor;
    }

    @Nullable
    Source copiesSource() {
        return copiesSource;
    }

    public RumorKind kind() {
        return kind;
    }

    @Nullable
    String url() {
        return url;
    }

    public Window saidOn() {
        return saidOn;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    public @Nullable Window window() {
        return window;
    }

    @Nullable
    Money price() {
        return price;
    }

    public boolean cancels() {
        return cancels;
    }

    @Nullable
    String statement() {
        return statement;
    }

    @Nullable
    Instant retractedAt() {
        return retractedAt;
    }

    public @Nullable String retraction() {
        return retraction;
    }
}
