package dev.solecast.release.derived;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.solecast.catalog.collaboration.Collaboration;
import dev.solecast.catalog.collaboration.RumorKind;
import dev.solecast.catalog.collaboration.Stage;
import dev.solecast.catalog.collaboration.StrongestRumor;
import dev.solecast.catalog.colorway.Colorway;
import dev.solecast.catalog.colorway.StrongestRumors;
import dev.solecast.change.ChangeKind;
import dev.solecast.change.ChangeLog;
import dev.solecast.change.FieldChange;
import dev.solecast.change.NewChange;
import dev.solecast.entry.Batch;
import dev.solecast.entry.Entry;
import dev.solecast.release.Release;
import dev.solecast.release.ReleaseStatus;
import dev.solecast.release.Releases;
import dev.solecast.release.Rumor;
import dev.solecast.release.Rumors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Updates the stage of collaborations and the strongest rumor about collaborations and colorways, which are stored
 * there because {@code catalog} must not depend on {@code release}.
 */
@ApplicationScoped
public class CatalogUpdater {

    private final EntityManager database;
    private final StrongestRumors strongestRumors;
    private final Releases releases;
    private final Rumors rumors;
    private final Batch batch;
    private final ChangeLog log;

    CatalogUpdater(
            EntityManager database,
            StrongestRumors strongestRumors,
            Releases releases,
            Rumors rumors,
            Batch batch,
            ChangeLog log) {
        this.database = database;
        this.strongestRumors = strongestRumors;
        this.releases = releases;
        this.rumors = rumors;
        this.batch = batch;
        this.log = log;
    }

    /** Updates the collaboration and the colorway of a release whose status or rumors have changed. */
    void update(Release changed, Instant now) {
        update(changed.collaboration(), changed.colorway(), now);
    }

    /** Updates the collaboration and the colorway that a release belongs to, or has left; in a batch at its end. */
    void update(@Nullable Collaboration collaboration, @Nullable Colorway colorway, Instant now) {
        if (batch.isOpen()) {
            BatchWork.in(batch).catalogChanged(collaboration, colorway);
        } else {
            updateCollaborations(collaboration == null ? Set.of() : Set.of(collaboration), now);
            updateColorways(colorway == null ? Set.of() : Set.of(colorway), now);
        }
    }

    void updateColorways(Set<Colorway> colorways, Instant now) {
        if (colorways.isEmpty()) {
            return;
        }
        database.flush();
        var rumorById = rumors.strongestByEntry("colorway_id", ids(colorways));
        var strongest = new HashMap<Colorway, @Nullable StrongestRumor>();
        for (var colorway : colorways) {
            var rumor = rumorById.get(colorway.id());
            strongest.put(colorway, rumor == null ? null : rumor.toStrongestRumor());
            log.invalidateEvidence(colorway.entityRef());
        }
        strongestRumors.write(strongest, now);
    }

    void updateCollaborations(Set<Collaboration> collaborations, Instant now) {
        if (collaborations.isEmpty()) {
            return;
        }
        if (!batch.isOpen()) {
            database.flush();
        }
        collaborations.stream()
                .filter(collaboration -> !batch.isNew(collaboration))
                .sorted(Comparator.comparingLong(Entry::id))
                .forEach(collaboration -> database.refresh(collaboration, LockModeType.PESSIMISTIC_WRITE));
        var rumorById = rumors.strongestByEntry("collaboration_id", ids(collaborations));
        var statuses = releases.statusesByCollaboration(collaborations);
        for (var collaboration : collaborations) {
            update(
                    collaboration,
                    rumorById.get(collaboration.id()),
                    statuses.getOrDefault(collaboration.id(), List.of()),
                    now);
        }
    }

    private static List<Long> ids(Set<? extends Entry> entries) {
        return entries.stream().map(Entry::id).toList();
    }

    private void update(
            Collaboration collaboration, @Nullable Rumor strongest, List<ReleaseStatus> statuses, Instant now) {
        var before = collaboration.stage();
        var stage = stage(statuses, strongest);
        collaboration.updateFromRumors(stage, strongest == null ? null : strongest.toStrongestRumor(), now);
        log.invalidateEvidence(collaboration.entityRef());
        var after = collaboration.stage();
        if (after != before) {
            var change = new FieldChange(TextNode.valueOf(before.wireName()), TextNode.valueOf(after.wireName()));
            log.add(new NewChange(collaboration.entityRef(), ChangeKind.UPDATED, Map.of("stage", change), null));
        }
    }

    /** The strongest of these rumors; null if there are none. */
    public static @Nullable Rumor strongest(List<Rumor> unretracted) {
        return unretracted.stream().min(Rumor.STRONGEST_FIRST).orElse(null);
    }

    /**
     * The stage of a collaboration: released once one release is, cancelled if all are, else by its strongest rumor.
     */
    public static Stage stage(List<ReleaseStatus> releases, @Nullable Rumor strongest) {
        if (releases.contains(ReleaseStatus.RELEASED)) {
            return Stage.RELEASED;
        } else if (releases.stream().allMatch(ReleaseStatus.CANCELLED::equals)) {
            return Stage.CANCELLED;
        }
        return strongest == null ? Stage.SPECULATED : stage(strongest.kind());
    }

    /** A listing counts as a teaser, because it shows only that a shop expects the pair; only the maker confirms. */
    private static Stage stage(RumorKind strongest) {
        return switch (strongest) {
            case OFFICIAL -> Stage.CONFIRMED;
            case RETAILER_LISTING, TEASER, SIGHTING -> Stage.TEASED;
            case REPORT -> Stage.EXPECTED;
            case SPECULATION -> Stage.SPECULATED;
        };
    }
}
