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

/** Writes down in the catalogue what the rumors about its releases say, for the catalogue cannot ask this room. */
@ApplicationScoped
public class CatalogUpdater {

    private final EntityManager database;
    private final StrongestRumors shown;
    private final Releases releases;
    private final Rumors rumors;
    private final Batch batch;
    private final ChangeLog log;

    CatalogUpdater(
            EntityManager database,
            StrongestRumors shown,
            Releases releases,
            Rumors rumors,
            Batch batch,
            ChangeLog log) {
        this.database = database;
        this.shown = shown;
        this.releases = releases;
        this.rumors = rumors;
        this.batch = batch;
        this.log = log;
    }

    /** To be called in every transaction that changed a release's status or rumors. */
    public void follow(Release changed, Instant now) {
        follow(changed.collaboration(), changed.colorway(), now);
    }

    /** The same for the shoe that a release was taken for before; in a batch at its end. */
    public void follow(@Nullable Collaboration collaboration, @Nullable Colorway colorway, Instant now) {
        if (batch.isOpen()) {
            BatchWork.in(batch).shoe(collaboration, colorway);
        } else {
            followCollaborations(collaboration == null ? Set.of() : Set.of(collaboration), now);
            followColorways(colorway == null ? Set.of() : Set.of(colorway), now);
        }
    }

    public void followColorways(Set<Colorway> colorways, Instant now) {
        if (colorways.isEmpty()) {
            return;
        }
        database.flush();
        var strongest = rumors.strongestAbout("colorway_id", numbers(colorways));
        var told = new HashMap<Colorway, @Nullable StrongestRumor>();
        for (var colorway : colorways) {
            var rumor = strongest.get(colorway.id());
            told.put(colorway, rumor == null ? null : rumor.asStrongest());
            log.reweighed(colorway.subject());
        }
        shown.write(told, now);
    }

    public void followCollaborations(Set<Collaboration> collaborations, Instant now) {
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
        var strongest = rumors.strongestAbout("collaboration_id", numbers(collaborations));
        var statuses = releases.statuses(collaborations);
        for (var collaboration : collaborations) {
            follow(
                    collaboration,
                    strongest.get(collaboration.id()),
                    statuses.getOrDefault(collaboration.id(), List.of()),
                    now);
        }
    }

    private static List<Long> numbers(Set<? extends Entry> entries) {
        return entries.stream().map(Entry::id).toList();
    }

    private void follow(
            Collaboration collaboration, @Nullable Rumor strongest, List<ReleaseStatus> statuses, Instant now) {
        var before = collaboration.stage();
        var stage = stage(statuses, strongest);
        collaboration.rumored(stage, strongest == null ? null : strongest.asStrongest(), now);
        log.reweighed(collaboration.subject());
        var after = collaboration.stage();
        if (after != before) {
            var moved = new FieldChange(TextNode.valueOf(before.word()), TextNode.valueOf(after.word()));
            log.add(new NewChange(collaboration.subject(), ChangeKind.UPDATED, Map.of("stage", moved), null));
        }
    }

    public static @Nullable Rumor strongest(List<Rumor> unretracted) {
        return unretracted.stream().min(Rumor.STRONGEST_FIRST).orElse(null);
    }

    /** One pair on sale makes a collaboration released; only if all are cancelled is it cancelled. */
    public static Stage stage(List<ReleaseStatus> releases, @Nullable Rumor strongest) {
        if (releases.contains(ReleaseStatus.RELEASED)) {
            return Stage.RELEASED;
        } else if (releases.stream().allMatch(ReleaseStatus.CANCELLED::equals)) {
            return Stage.CANCELLED;
        }
        return strongest == null ? Stage.SPECULATED : stage(strongest.kind());
    }

    /** A listing shows that a shop believes in the pair, as a teaser does; only the maker confirms. */
    private static Stage stage(RumorKind strongest) {
        return switch (strongest) {
            case OFFICIAL -> Stage.CONFIRMED;
            case RETAILER_LISTING, TEASER, SIGHTING -> Stage.TEASED;
            case REPORT -> Stage.EXPECTED;
            case SPECULATION -> Stage.SPECULATED;
        };
    }
}
