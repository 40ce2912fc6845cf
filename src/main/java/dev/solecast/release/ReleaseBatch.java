package dev.solecast.release;

import dev.solecast.catalog.Batch;
import dev.solecast.catalog.Colorway;
import dev.solecast.catalog.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.hibernate.Session;
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
        var moved = unfinished.moved().keySet();
        readColorways(moved);
        unfinished.hear(moved, rumors, batch);
        database.flush();
        forecasts.renew(moved, unfinished.said());
        writeWeighed(moved);
        unfinished.moved().forEach((release, how) -> movements.log(release, how.since(), number(how.rumor())));
        var now = clock.instant();
        settling.askFor(unfinished.unsettled());
        standing.followCollaborations(unfinished.collaborations(), now);
        standing.followColorways(unfinished.colorways(), now);
    }

    /** Together; the session would read each by itself. */
    private void readColorways(Collection<Release> releases) {
        var identifiers = database.getEntityManagerFactory().getPersistenceUnitUtil();
        database.unwrap(Session.class)
                .findMultiple(
                        Colorway.class,
                        releases.stream()
                                .map(Release::colorway)
                                .filter(Objects::nonNull)
                                .map(identifiers::getIdentifier)
                                .distinct()
                                .toList());
    }

    /** The session would write them one by one, with all that it knows of each; it forgets them instead. */
    private void writeWeighed(Collection<Release> releases) {
        Rows.write(
                database,
                "update release set date_edtf = ?, updated_at = ?, " + Weighed.COLUMNS + " where id = ?",
                releases.stream().map(ReleaseBatch::weighedRow).toList());
        releases.forEach(database::detach);
    }

    private static List<@Nullable Object> weighedRow(Release release) {
        var date = release.date();
        var row =
                new ArrayList<@Nullable Object>(Arrays.asList(date == null ? null : date.edtf(), release.updatedAt()));
        row.addAll(release.weighed.values());
        row.add(release.id());
        return row;
    }

    /** Scores what batches have left to be scored, and does not wait for its time; not to be called in a transaction. */
    public void settle() {
        settling.settleAll();
    }

    private static @Nullable Long number(@Nullable Rumor rumor) {
        return rumor == null ? null : rumor.id();
    }
}
