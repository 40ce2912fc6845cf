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

    /** Strongest kind first, then the latest said, then the last recorded. */
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
    @SuppressWarnings("UnusedVariable") // for the order of lists
    private @Nullable LocalDate saidBy;

    private Instant recordedAt;

    @SuppressWarnings("UnusedVariable") // not for the public
    private String recordedBy;

    @Column(name = "window_edtf")
    private @Nullable Window window;

    @Embedded
    private @Nullable Money price;

    private boolean cancels;
    private @Nullable String statement;
    private @Nullable Instant retractedAt;

    @SuppressWarnings("UnusedVariable") // not for the public
    private @Nullable String retractedBy;

    private @Nullable String retraction;

    @SuppressWarnings("NullAway.Init")
    protected Rumor() {}

    public Rumor(NewRumor given, Release release, Source source, @Nullable Source via, Instant now, String recordedBy) {
        this.release = release;
        this.source = source;
        this.via = via;
        this.recordedAt = now;
        this.recordedBy = recordedBy;
        kind = given.kind();
        url = given.url();
        saidOn = given.saidOnWindow();
        window = given.claimedWindow();
        price = given.price();
        cancels = given.cancels();
        statement = given.statement();
    }

    /** Names whose statement this one repeats; it then counts no more than that. */
    public void copies(@Nullable Rumor rumor, @Nullable Source origin) {
        copiesRumor = rumor;
        copiesSource = origin;
    }

    /** Takes it back; the row and its reason stay. */
    public void retract(String reason, Instant now, String by) {
        retractedAt = now;
        retractedBy = by;
        retraction = reason;
    }

    /** Forgets these of its fields. */
    public void redact(List<String> fields) {
        url = fields.contains("url") ? null : url;
        statement = fields.contains("statement") ? null : statement;
        retraction = fields.contains("retraction") && retraction != null ? "(redacted)" : retraction;
    }

    /** Whether it is the same statement: of the same source, at the same place and time. */
    public boolean says(Source who, NewRumor given) {
        return source.id() == who.id()
                && kind == given.kind()
                && cancels == given.cancels()
                && saidOn.edtf().equals(given.saidOn())
                && Objects.equals(url, given.url())
                && Objects.equals(window == null ? null : window.edtf(), given.window())
                && Objects.equals(price, given.price())
                && Objects.equals(statement, given.statement());
    }

    public boolean retracted() {
        return retractedAt != null;
    }

    /** From when it counts: the last day of {@code saidOn}, or the day we recorded it if that came first. */
    public LocalDate saidBy() {
        var last = saidOn.latest();
        return last == null || last.isAfter(recordedOn()) ? recordedOn() : last;
    }

    LocalDate recordedOn() {
        return LocalDate.ofInstant(recordedAt, ZoneOffset.UTC);
    }

    /** Whether it had been said by the end of this day and not been taken back by then. */
    public boolean standsOn(LocalDate day) {
        return evidence().standsOn(day);
    }

    /** As the forecast needs it. */
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

    public StrongestRumor asStrongest() {
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

    /** The ids of all who said them, each once. */
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

    Window saidOn() {
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
