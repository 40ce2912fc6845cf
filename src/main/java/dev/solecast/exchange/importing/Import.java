package dev.solecast.exchange.importing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The import of one file and its progress. */
@Entity
class Import {

    /** A running import without a heartbeat for this long is broken; see {@link ImportProgress}. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @SuppressWarnings("UnusedVariable") // not shown to callers
    private String actor;

    private boolean dryRun;
    private boolean atomic;
    private boolean force;
    private Instant startedAt;
    private Instant aliveAt;
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private ImportState state;

    private long lines;
    private long created;
    private long updated;
    private long unchanged;
    private long refused;
    private long kept;
    private long findings;
    private long changes;
    private @Nullable String problem;

    @SuppressWarnings("NullAway.Init")
    protected Import() {}

    Import(String actor, ImportOptions options, Instant now) {
        this.actor = actor;
        dryRun = options.dryRun();
        atomic = options.atomic();
        force = options.force();
        startedAt = now;
        aliveAt = now;
        state = ImportState.RUNNING;
    }

    /**
     * Ends the import.
     *
     * @param problem the reason why it did not get to the end of the file; null if it did
     */
    void end(ImportState state, @Nullable String problem, Instant now) {
        this.state = state;
        this.problem = problem;
        endedAt = now;
    }

    /** The state at an instant: a running import is broken if its node ended without saying so. */
    ImportState state(Instant now) {
        return state == ImportState.RUNNING && aliveAt.plus(LONGEST_SILENCE).isBefore(now) ? ImportState.BROKEN : state;
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("Not yet stored");
        }
        return id;
    }

    boolean dryRun() {
        return dryRun;
    }

    boolean atomic() {
        return atomic;
    }

    boolean force() {
        return force;
    }

    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    long lines() {
        return lines;
    }

    long created() {
        return created;
    }

    long updated() {
        return updated;
    }

    long unchanged() {
        return unchanged;
    }

    long refused() {
        return refused;
    }

    long kept() {
        return kept;
    }

    /** All findings, those that are not stored included. */
    long findings() {
        return findings + changes;
    }

    @Nullable
    String problem() {
        return problem;
    }
}
