package dev.solecast.catalog;

import dev.solecast.catalog.collaboration.Collaboration;
import dev.solecast.catalog.collaboration.Collaborations;
import dev.solecast.catalog.colorway.Colorway;
import dev.solecast.catalog.colorway.Colorways;
import dev.solecast.catalog.model.Model;
import dev.solecast.catalog.model.Models;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Finds the entries of the catalogue that a document of another room names by slug. A missing one is a problem that names
 * the field; nobody can delete one that is there until the transaction ends.
 */
@ApplicationScoped
public class CatalogReferences {

    private final Models models;
    private final Collaborations collaborations;
    private final Colorways colorways;

    CatalogReferences(Models models, Collaborations collaborations, Colorways colorways) {
        this.models = models;
        this.collaborations = collaborations;
        this.colorways = colorways;
    }

    /** The model with this slug. */
    public Model model(String field, String slug) {
        return models.require(field, slug);
    }

    /** The collaboration with this slug; null stays null. */
    public @Nullable Collaboration collaborationIfAny(String field, @Nullable String slug) {
        return collaborations.requireIfAny(field, slug);
    }

    /** The colorway with this slug; null stays null. */
    public @Nullable Colorway colorwayIfAny(String field, @Nullable String slug) {
        return colorways.requireIfAny(field, slug);
    }
}
