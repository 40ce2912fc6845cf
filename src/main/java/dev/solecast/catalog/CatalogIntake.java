package dev.solecast.catalog;

import dev.solecast.http.Problem;
import dev.solecast.http.ProblemCode;
import dev.solecast.http.Slug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds to the catalogue. What a new entry refers to must be there: an unknown slug is a problem that names it. */
@ApplicationScoped
@Transactional
public class CatalogIntake {

    private final Brands brands;
    private final Models models;
    private final Collaborators collaborators;
    private final Collaborations collaborations;
    private final Colorways colorways;
    private final Clock clock;

    CatalogIntake(
            Brands brands,
            Models models,
            Collaborators collaborators,
            Collaborations collaborations,
            Colorways colorways,
            Clock clock) {
        this.brands = brands;
        this.models = models;
        this.collaborators = collaborators;
        this.collaborations = collaborations;
        this.colorways = colorways;
        this.clock = clock;
    }

    public void add(@Valid NewBrand given) {
        brands.persist(new Brand(given, now()));
    }

    public void add(@Valid NewModel given) {
        var related = given.related().stream()
                .map(each -> new RelatedModel(known(models, each.model()), each.relation()))
                .toList();
        models.persist(new Model(given, known(brands, given.brand()), related, now()));
    }

    public void add(@Valid NewCollaborator given) {
        collaborators.persist(
                new Collaborator(given, known(brands, given.partners()), known(models, given.earlierModels()), now()));
    }

    /** Its model, if given, must be one of its brand. */
    public void add(@Valid NewCollaboration given) {
        var brand = known(brands, given.brand());
        var model = given.model() == null ? null : known(models, given.model());
        if (model != null && !model.brand().slug().equals(brand.slug())) {
            throw conflict(given.model() + " is not a model of " + given.brand() + ".");
        }
        collaborations.persist(
                new Collaboration(given, brand, model, known(collaborators, given.collaborators()), now()));
    }

    /** Its collaboration, if given, must be one with its brand, and on its model where that is known. */
    public void add(@Valid NewColorway given) {
        var model = known(models, given.model());
        var collaboration = given.collaboration() == null ? null : known(collaborations, given.collaboration());
        if (collaboration != null && !collaboration.covers(model)) {
            throw conflict(given.collaboration() + " is not a collaboration on " + given.model() + ".");
        }
        var reminiscentOf = given.reminiscentOf() == null ? null : known(models, given.reminiscentOf());
        colorways.persist(new Colorway(given, model, collaboration, reminiscentOf, now()));
    }

    /** The model with this slug, for a room that refers to one. */
    public Model model(String slug) {
        return known(models, slug);
    }

    /** The collaboration with this slug, for a room that refers to one; null stays null. */
    public @Nullable Collaboration collaboration(@Nullable String slug) {
        return slug == null ? null : known(collaborations, slug);
    }

    /** The colorway with this slug, for a room that refers to one; null stays null. */
    public @Nullable Colorway colorway(@Nullable String slug) {
        return slug == null ? null : known(colorways, slug);
    }

    private Instant now() {
        return clock.instant();
    }

    private static <E extends Entry> List<E> known(Entries<E> entries, List<String> slugs) {
        return slugs.stream().map(slug -> known(entries, slug)).toList();
    }

    private static <E extends Entry> E known(Entries<E> entries, String slug) {
        return entries.known(new Slug(slug));
    }

    private static Problem conflict(String detail) {
        return Problem.of(ProblemCode.CONFLICT, detail);
    }
}
