package dev.solecast.release;

import dev.solecast.date.Window;
import jakarta.persistence.Column;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of the status of a release, recorded for its history. */
@Entity
public class StatusChange {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Release release;

    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private ReleaseStatus status;

    @Column(name = "window_edtf")
    private @Nullable Window window;

    private String reason;
    private Instant recordedAt;

    private String recordedBy;

    @SuppressWarnings("NullAway.Init")
    protected StatusChange() {}

    /**
     * @param day the day on which it became true
     * @param window the date that an editor sets with it; null leaves the date to the rumors
     */
    public StatusChange(
            Release release,
            LocalDate day,
            ReleaseStatus status,
            @Nullable Window window,
            String reason,
            Instant now,
            String by) {
        this.release = release;
        this.day = day;
        this.status = status;
        this.window = window;
        this.reason = reason;
        this.recordedAt = now;
        this.recordedBy = by;
    }

    /** The changes in force, oldest first: a later record about an earlier day replaces all changes after that day. */
    public static List<StatusChange> inForce(Collection<StatusChange> recorded) {
        var inForce = new ArrayList<StatusChange>();
        recorded.stream().sorted(Comparator.comparingLong(StatusChange::id)).forEach(change -> {
            inForce.removeIf(earlier -> earlier.day.isAfter(change.day));
            inForce.add(change);
        });
        return inForce;
    }

    /** The values of its columns except for the id, which the database assigns. */
    List<@Nullable Object> columnValues() {
        return Arrays.asList(
                release.id(),
                day,
                status.wireName(),
                window == null ? null : window.edtf(),
                reason,
                recordedAt,
                recordedBy);
    }

    public long id() {
        if (id == null) {
            throw new IllegalStateException("Not yet stored");
        }
        return id;
    }

    /** Whether this service had recorded it by the end of this day in UTC. */
    boolean isRecordedBy(LocalDate lastDay) {
        return !LocalDate.ofInstant(recordedAt, ZoneOffset.UTC).isAfter(lastDay);
    }

    public Release release() {
        return release;
    }

    public LocalDate day() {
        return day;
    }

    public ReleaseStatus status() {
        return status;
    }

    public @Nullable Window window() {
        return window;
    }

    public String reason() {
        return reason;
    }
}
