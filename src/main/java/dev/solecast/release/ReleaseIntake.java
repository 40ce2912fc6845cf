package dev.solecast.release;

import dev.solecast.catalog.CatalogIntake;
import dev.solecast.catalog.Collaboration;
import dev.solecast.catalog.Colorway;
import dev.solecast.catalog.Model;
import dev.solecast.http.Problem;
import dev.solecast.http.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds releases and sources. What a new release refers to must be there and must fit together. */
@ApplicationScoped
@Transactional
public class ReleaseIntake {

    private final CatalogIntake catalog;
    private final Releases releases;
    private final Sources sources;
    private final StatusChanging statuses;
    private final Clock clock;

    ReleaseIntake(CatalogIntake catalog, Releases releases, Sources sources, StatusChanging statuses, Clock clock) {
        this.catalog = catalog;
        this.releases = releases;
        this.sources = sources;
        this.statuses = statuses;
        this.clock = clock;
    }

    public void add(@Valid NewSource given) {
        sources.persist(new Source(given, clock.instant()));
    }

    /**
     * A colorway brings its collaboration along; one that contradicts it, or another model, is a conflict. If it is more
     * than rumored from the start, that is the first change of its status.
     *
     * @param by who adds it
     */
    public void add(@Valid NewRelease given, String by) {
        if (given.slug().equals("upcoming")) {
            throw Problem.field(ProblemCode.INVALID_BODY, "slug", "upcoming is reserved; choose another.");
        }
        var model = catalog.model(given.model());
        var colorway = catalog.colorway(given.colorway());
        var collaboration = catalog.collaboration(given.collaboration());
        if (colorway != null && collaboration == null) {
            collaboration = colorway.collaboration();
        }
        refuseContradiction(given, model, collaboration, colorway);
        var release = new Release(given, model, collaboration, colorway, clock.instant());
        releases.persist(release);
        var standing = given.standing();
        if (standing != null) {
            statuses.change(release, standing, by);
        }
    }

    private static void refuseContradiction(
            NewRelease given, Model model, @Nullable Collaboration collaboration, @Nullable Colorway colorway) {
        if (colorway != null && !colorway.model().slug().equals(model.slug())) {
            throw Problem.of(ProblemCode.CONFLICT, given.colorway() + " is not a colorway of " + given.model() + ".");
        }
        if (colorway != null && !Objects.equals(colorway.collaboration(), collaboration)) {
            throw Problem.of(
                    ProblemCode.CONFLICT, given.colorway() + " does not belong to " + given.collaboration() + ".");
        }
        if (collaboration != null && !collaboration.covers(model)) {
            throw Problem.of(
                    ProblemCode.CONFLICT, collaboration.slug() + " is not a collaboration on " + given.model() + ".");
        }
    }
}
