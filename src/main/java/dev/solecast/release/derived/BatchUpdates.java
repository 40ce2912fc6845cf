package dev.solecast.release.derived;

import dev.solecast.catalog.colorway.Colorway;
import dev.solecast.entry.Batch;
import dev.solecast.http.Actor;
import dev.solecast.release.NewStatus;
import dev.solecast.release.Release;
import dev.solecast.release.Rumor;
import dev.solecast.release.RumorAggregates;
import dev.solecast.release.Rumors;
import dev.solecast.release.StatusChanges;
import dev.solecast.sql.BulkSql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Writes the releases and rumors of a batch as {@link ReleaseUpdates} writes single ones, but derives their data at the
 * end of the batch: once for each release instead of once for each line.
 */
@ApplicationScoped
public class BatchUpdates {

    private final Batch batch;
    private final EntityManager database;
    private final Rumors rumors;
    private final StatusChanges changes;
    private final ForecastUpdater forecasts;
    private final ReleaseChangeRecorder recorder;
    private final CatalogUpdater catalog;
    private final PastStates pastStates;
    private final Actor actor;
    private final Clock clock;

    BatchUpdates(
            Batch batch,
            EntityManager database,
            Rumors rumors,
            StatusChanges changes,
            ForecastUpdater forecasts,
            ReleaseChangeRecorder recorder,
            CatalogUpdater catalog,
            PastStates pastStates,
            Actor actor,
            Clock clock) {
        this.batch = batch;
        this.database = database;
        this.rumors = rumors;
        this.changes = changes;
        this.forecasts = forecasts;
        this.recorder = recorder;
        this.catalog = catalog;
        this.pastStates = pastStates;
        this.actor = actor;
        this.clock = clock;
    }

    /** Defers a status change until all entries of the batch are written. */
    public void deferStatus(Release release, NewStatus status) {
        batch.markWriting();
        BatchWork.in(batch).deferStatus(release, status);
    }

    /** The deferred status changes of a release, in the order in which they were deferred. */
    public List<NewStatus> deferredStatuses(Release release) {
        return BatchWork.in(batch).pendingStatuses().getOrDefault(release, List.of());
    }

    /** Applies the deferred status changes, those of each release in the order in which they were deferred. */
    public void applyStatuses(BiConsumer<Release, NewStatus> change) {
        BatchWork.in(batch)
                .pendingStatuses()
                .forEach((release, steps) -> steps.forEach(status -> change.accept(release, status)));
    }

    /** Reads the rumors about these releases that the batch has not read yet; a new release has none. */
    public void loadRumors(Collection<Release> releases) {
        var loaded = BatchWork.in(batch).rumors();
        var missing = releases.stream()
                .filter(release -> !loaded.containsKey(release))
                .toList();
        missing.forEach(release -> loaded.put(release, new ArrayList<>()));
        var stored = missing.stream().filter(release -> !batch.isNew(release)).toList();
        if (!stored.isEmpty()) {
            for (var rumor : rumors.listAbout(stored)) {
                loaded.getOrDefault(rumor.release(), new ArrayList<>()).add(rumor);
            }
        }
    }

    /** All rumors about a release, retracted ones and those of this batch included. */
    public List<Rumor> rumors(Release release) {
        loadRumors(List.of(release));
        return BatchWork.in(batch).rumors().computeIfAbsent(release, missing -> new ArrayList<>());
    }

    /**
     * Writes a rumor about a release of the batch.
     *
     * @param isNew whether it is not stored yet
     * @param retraction the reason to retract it; null to leave it unretracted, or retracted as it is
     */
    public void write(Release release, Rumor rumor, boolean isNew, @Nullable String retraction) {
        var work = BatchWork.in(batch);
        batch.markWriting();
        work.touched().computeIfAbsent(release, same -> new BatchWork.ChangedRelease(recorder.state(same), null));
        if (retraction != null) {
            rumor.retract(retraction, clock.instant(), actor.name());
        }
        if (isNew) {
            rumors.persist(rumor);
            rumors(release).add(rumor);
            recorder.rumorAdded(rumor);
        }
        if (retraction != null) {
            recorder.rumorRetracted(rumor);
        }
        work.rumorWritten(release, rumor);
    }

    /**
     * Writes the derived data of all releases of the batch, as its last step.
     *
     * @param resolved takes the releases that have to be scored again, after the others are written
     */
    public void finish(Consumer<Collection<Release>> resolved) {
        var work = BatchWork.in(batch);
        var releases = work.touched().keySet();
        readColorways(releases);
        loadRumors(releases);
        var added = releases.stream().filter(batch::isNew).toList();
        var old = releases.stream().filter(release -> !batch.isNew(release)).toList();
        forecasts.refresh(added, work.rumors());
        BulkSql.insertCurrentState(database, added);
        database.flush();
        forecasts.refresh(old, work.rumors());
        writeAggregates(old);
        releases.forEach(database::detach);
        changes.recordAll();
        pastStates.refresh(releases);
        work.touched()
                .forEach((release, touched) -> recorder.logChanges(release, touched.before(), id(touched.rumor())));
        var now = clock.instant();
        resolved.accept(work.unscored());
        catalog.updateCollaborations(work.collaborations(), now);
        catalog.updateColorways(work.colorways(), now);
    }

    private static @Nullable Long id(@Nullable Rumor rumor) {
        return rumor == null ? null : rumor.id();
    }

    /** Reads them with one statement; the session would read each by itself. */
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

    /** Writes them with one statement; the session would write each by itself, with all its changed columns. */
    private void writeAggregates(Collection<Release> releases) {
        var columns = new ArrayList<>(List.of("date_edtf", "updated_at"));
        columns.addAll(RumorAggregates.COLUMNS);
        BulkSql.update(
                database,
                "release",
                columns,
                releases.stream().collect(Collectors.toMap(Release::id, BatchUpdates::aggregates)));
    }

    private static List<@Nullable Object> aggregates(Release release) {
        var date = release.date();
        var values =
                new ArrayList<@Nullable Object>(Arrays.asList(date == null ? null : date.edtf(), release.updatedAt()));
        values.addAll(release.rumorAggregates().values());
        return values;
    }
}
