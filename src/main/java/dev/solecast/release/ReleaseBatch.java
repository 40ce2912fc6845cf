package dev.solecast.release;

import dev.solecast.catalog.Batch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the releases and rumors of a batch: once for each release, not once for each line. Those that were
 * resolved are scored within seconds, by {@link Settling}.
 */
@ApplicationScoped
public class ReleaseBatch {

    private final Batch batch;
    private final EntityManager database;
    private final Rumors rumors;
    private final StatusChanging statuses;
    private final Forecasts forecasts;
    private final Movements movements;
    private final Standing standing;
    private final Settling settling;
    private final Clock clock;

    ReleaseBatch(
            Batch batch,
            EntityManager database,
            Rumors rumors,
            StatusChanging statuses,
            Forecasts forecasts,
            Movements movements,
            Standing standing,
            Settling settling,
            Clock clock) {
        this.batch = batch;
        this.database = database;
        this.rumors = rumors;
        this.statuses = statuses;
        this.forecasts = forecasts;
        this.movements = movements;
        this.standing = standing;
        this.settling = settling;
        this.clock = clock;
    }

    /** To be called between the entries of a batch and its rumors. */
    public void entriesAreThere() {
        database.flush();
        for (var move : Unfinished.in(batch).moves()) {
            statuses.change(move.release(), move.to());
        }
    }

    /** To be called at the end of a batch. */
    public void finish() {
        var unfinished = Unfinished.in(batch);
        unfinished.hear(unfinished.moved().keySet(), rumors, batch);
        forecasts.renew(unfinished.moved().keySet(), unfinished.said());
        unfinished.moved().forEach((release, moved) -> movements.log(release, moved.since(), number(moved.rumor())));
        var now = clock.instant();
        database.flush();
        settling.askFor(unfinished.unsettled());
        standing.followCollaborations(unfinished.collaborations(), now);
        standing.followColorways(unfinished.colorways(), now);
    }

    /** Scores what batches have left to be scored, and does not wait for its time; not to be called in a transaction. */
    public void settle() {
        settling.settleAll();
    }

    private static @Nullable Long number(@Nullable Rumor rumor) {
        return rumor == null ? null : rumor.id();
    }
}
