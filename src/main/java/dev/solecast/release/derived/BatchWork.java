package dev.solecast.release.derived;

import dev.solecast.catalog.collaboration.Collaboration;
import dev.solecast.catalog.colorway.Colorway;
import dev.solecast.entry.Batch;
import dev.solecast.release.NewStatus;
import dev.solecast.release.Release;
import dev.solecast.release.Rumor;
import dev.solecast.release.Rumors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a batch has still to do about releases before it ends. */
public final class BatchWork {

    /** A release, and where an editor or a line says it stands. */
    public record Move(Release release, NewStatus to) {}

    /**
     * A release that moves.
     *
     * @param since where it stood before the batch
     * @param rumor the last one that moved it; null if none did
     */
    public record Moved(
            ReleaseChangeRecorder.Standpoint since,
            @Nullable Rumor rumor) {}

    private final List<Move> moves = new ArrayList<>();
    private final Map<Release, Moved> moved = new LinkedHashMap<>();
    private final Map<Release, List<Rumor>> said = new LinkedHashMap<>();
    private final Set<Release> unsettled = new LinkedHashSet<>();
    private final Set<Collaboration> collaborations = new LinkedHashSet<>();
    private final Set<Colorway> colorways = new LinkedHashSet<>();

    /** That of the present batch. */
    public static BatchWork in(Batch batch) {
        return batch.note(BatchWork.class, BatchWork::new);
    }

    /** To be moved when all entries are written. */
    public void move(Release release, NewStatus to) {
        moves.add(new Move(release, to));
    }

    /** It has moved, to where it is to be scored anew. */
    public void resolved(Release release, ReleaseChangeRecorder.Standpoint since) {
        moved.putIfAbsent(release, new Moved(since, null));
        unsettled.add(release);
        shoe(release.collaboration(), release.colorway());
    }

    /** To be called before something is said about it, or taken back. */
    public void speakOf(Release release, ReleaseChangeRecorder movements) {
        moved.computeIfAbsent(release, still -> new Moved(movements.of(still), null));
    }

    /** What was said about it, or taken back. */
    public void spokenOf(Release release, Rumor rumor) {
        moved.computeIfPresent(release, (still, before) -> new Moved(before.since(), rumor));
        if (!release.status().awaited()) {
            unsettled.add(release);
        }
        shoe(release.collaboration(), release.colorway());
    }

    /** Their standing has to follow. */
    void shoe(@Nullable Collaboration collaboration, @Nullable Colorway colorway) {
        if (collaboration != null) {
            collaborations.add(collaboration);
        }
        if (colorway != null) {
            colorways.add(colorway);
        }
    }

    /** Reads what has been said about these, where that is not known yet; nothing was about one that is new. */
    public void hear(Collection<Release> releases, Rumors rumors, Batch batch) {
        var unheard =
                releases.stream().filter(release -> !said.containsKey(release)).toList();
        unheard.forEach(release -> said.put(release, new ArrayList<>()));
        var old = unheard.stream().filter(release -> !batch.isNew(release)).toList();
        if (!old.isEmpty()) {
            for (var rumor : rumors.about(old)) {
                said.getOrDefault(rumor.release(), new ArrayList<>()).add(rumor);
            }
        }
    }

    /** All that has been said about one, to be added to. */
    public List<Rumor> heard(Release release, Rumors rumors, Batch batch) {
        hear(List.of(release), rumors, batch);
        return said.computeIfAbsent(release, unheard -> new ArrayList<>());
    }

    public List<Move> moves() {
        return moves;
    }

    public Map<Release, Moved> moved() {
        return moved;
    }

    /** All that has been said of each release that the batch speaks of, retracted or not; to be added to. */
    public Map<Release, List<Rumor>> said() {
        return said;
    }

    public Set<Release> unsettled() {
        return unsettled;
    }

    public Set<Collaboration> collaborations() {
        return collaborations;
    }

    public Set<Colorway> colorways() {
        return colorways;
    }
}
