package dev.solecast.release.edit;

import dev.solecast.catalog.colorway.Colorway;
import dev.solecast.entry.Batch;
import dev.solecast.release.Release;
import dev.solecast.release.Rumor;
import dev.solecast.release.RumorAggregates;
import dev.solecast.release.Rumors;
import dev.solecast.release.StatusChanges;
import dev.solecast.release.accuracy.DeferredScoring;
import dev.solecast.release.derived.BatchWork;
import dev.solecast.release.derived.CatalogUpdater;
import dev.solecast.release.derived.ForecastUpdater;
import dev.solecast.release.derived.ReleaseChangeRecorder;
import dev.solecast.sql.BulkSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the releases and rumors of a batch: once for each release, not once for each line. Those that were
 * resolved are scored within seconds, by {@link DeferredScoring}.
 */
@ApplicationScoped
public class ReleaseImport {

    private final Batch batch;
    private final EntityManager database;
    private final Rumors rumors;
    private final StatusChanging statuses;
    private final StatusChanges changes;
    private final ForecastUpdater forecasts;
    private final ReleaseChangeRecorder movements;
    private final CatalogUpdater standing;
    private final DeferredScoring settling;
    private final Clock clock;

    ReleaseImport(
            Batch batch,
            EntityManager database,
            Rumors rumors,
            StatusChanging statuses,
            StatusChanges changes,
            ForecastUpdater forecasts,
            ReleaseChangeRecorder movements,
            CatalogUpdater standing,
            DeferredScoring settling,
            Clock clock) {
        this.batch = batch;
        this.database = database;
        this.rumors = rumors;
        this.statuses = statuses;
        this.changes = changes;
        this.forecasts = forecasts;
        this.movements = movements;
        this.standing = standing;
        this.settling = settling;
        this.clock = clock;
    }

    /** To be called between the entries of a batch and its rumors. */
    public void entriesAreThere() {
        for (var move : BatchWork.in(batch).moves()) {
            statuses.change(move.release(), move.to());
        }
    }

    /** To be called at the end of a batch. */
    public void finish() {
        var unfinished = BatchWork.in(batch);
        var moved = unfinished.moved().keySet();
        readColorways(moved);
        unfinished.hear(moved, rumors, batch);
        var added = moved.stream().filter(batch::isNew).toList();
        var old = moved.stream().filter(release -> !batch.isNew(release)).toList();
        forecasts.renew(added, unfinished.said());
        BulkSql.insertAsTheyAre(database, added);
        database.flush();
        forecasts.renew(old, unfinished.said());
        writeWeighed(old);
        moved.forEach(database::detach);
        changes.recordAll();
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

    /** The session would write them one by one, with all that it knows of each. */
    private void writeWeighed(Collection<Release> releases) {
        var columns = new ArrayList<>(List.of("date_edtf", "updated_at"));
        columns.addAll(RumorAggregates.COLUMNS);
        BulkSql.update(
                database,
                "release",
                columns,
                releases.stream().collect(Collectors.toMap(Release::id, ReleaseImport::weighed)));
    }

    private static List<@Nullable Object> weighed(Release release) {
        var date = release.date();
        var values =
                new ArrayList<@Nullable Object>(Arrays.asList(date == null ? null : date.edtf(), release.updatedAt()));
        values.addAll(release.weighed().values());
        return values;
    }

    /** Scores what batches have left to be scored, and does not wait for its time; not to be called in a transaction. */
    public void settle() {
        settling.settleAll();
    }

    private static @Nullable Long number(@Nullable Rumor rumor) {
        return rumor == null ? null : rumor.id();
    }
}
