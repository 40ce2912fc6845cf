package dev.solecast.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a document refers to by slug. What is not there is a problem that names the field; what is there stays
 * there until the transaction ends.
 */
@ApplicationScoped
public class References {

    private final Brands brands;
    private final Models models;
    private final Collaborators collaborators;
    private final Collaborations collaborations;
    private final Colorways colorways;

    References(
            Brands brands,
            Models models,
            Collaborators collaborators,
            Collaborations collaborations,
            Colorways colorways) {
        this.brands = brands;
        this.models = models;
        this.collaborators = collaborators;
        this.collaborations = collaborations;
        this.colorways = colorways;
    }

    Brand brand(String field, String slug) {
        return find(brands, field, slug);
    }

    List<Brand> brands(String field, List<String> slugs) {
        return slugs.stream().map(slug -> find(brands, field, slug)).toList();
    }

    /** The model with this slug. */
    public Model model(String field, String slug) {
        return find(models, field, slug);
    }

    @Nullable
    Model modelIfAny(String field, @Nullable String slug) {
        return slug == null ? null : find(models, field, slug);
    }

    List<Model> models(String field, List<String> slugs) {
        return slugs.stream().map(slug -> find(models, field, slug)).toList();
    }

    List<Collaborator> collaborators(String field, List<String> slugs) {
        return slugs.stream().map(slug -> find(collaborators, field, slug)).toList();
    }

    /** The collaboration with this slug; null stays null. */
    public @Nullable Collaboration collaborationIfAny(String field, @Nullable String slug) {
        return slug == null ? null : find(collaborations, field, slug);
    }

    /** The colorway with this slug; null stays null. */
    public @Nullable Colorway colorwayIfAny(String field, @Nullable String slug) {
        return slug == null ? null : find(colorways, field, slug);
    }

    /** The one with this slug, for a room whose repository this is. */
    public static <E extends Entry> E find(Entries<E> entries, String field, String slug) {
        return entries.named(slug).filter(entries::isKept).orElseThrow(() -> entries.missing(field, slug));
    }
}
