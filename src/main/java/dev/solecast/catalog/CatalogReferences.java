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
 * Finds the entries of the catalogue that a document of another room refers to by slug, and locks them against deletion
 * until the transaction ends. A missing one is a problem that names the field.
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
    public Model requireModel(String field, String slug) {
        return models.require(field, slug);
    }

    /** The collaboration with this slug; null if the slug is null. */
    public @Nullable Collaboration requireCollaborationIfAny(String field, @Nullable String slug) {
        return collaborations.requireIfAny(field, slug);
    }

    /** The colorway with this slug; null if the slug is null. */
    public @Nullable Colorway requireColorwayIfAny(String field, @Nullable String slug) {
        return colorways.requireIfAny(field, slug);
    }
}
