package dev.solecast.release;

import dev.solecast.catalog.Collaboration;
import dev.solecast.catalog.Colorway;
import dev.solecast.catalog.RumorKind;
import dev.solecast.catalog.Stage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down in the catalogue what the rumors about its releases say, for the catalogue cannot ask this room. */
@ApplicationScoped
class Standing {

    private final Releases releases;
    private final Rumors rumors;

    Standing(Releases releases, Rumors rumors) {
        this.releases = releases;
        this.rumors = rumors;
    }

    /** To be called in every transaction that changed a release's status or rumors. */
    void follow(Release changed, Instant now) {
        var collaboration = changed.collaboration();
        if (collaboration != null) {
            follow(collaboration, now);
        }
        var colorway = changed.colorway();
        if (colorway != null) {
            follow(colorway, now);
        }
    }

    private void follow(Colorway colorway, Instant now) {
        var strongest = strongest(rumors.unretractedAbout(colorway));
        colorway.rumored(strongest == null ? null : strongest.asStrongest(), now);
    }

    private void follow(Collaboration collaboration, Instant now) {
        var strongest = strongest(rumors.unretractedAbout(collaboration));
        var statuses = releases.of(List.of(collaboration)).stream()
                .map(Release::status)
                .toList();
        var stage = stage(statuses, strongest);
        collaboration.rumored(stage, strongest == null ? null : strongest.asStrongest(), now);
    }

    static @Nullable Rumor strongest(List<Rumor> unretracted) {
        return unretracted.stream().min(Rumor.STRONGEST_FIRST).orElse(null);
    }

    /** One pair on sale makes a collaboration released; only if all are cancelled is it cancelled. */
    static Stage stage(List<ReleaseStatus> releases, @Nullable Rumor strongest) {
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
