package dev.solecast.catalog.collaborator;

import dev.solecast.catalog.brand.Brand;
import dev.solecast.catalog.brand.Brands;
import dev.solecast.catalog.model.Model;
import dev.solecast.catalog.model.Models;
import dev.solecast.entry.Editing;
import dev.solecast.entry.EditingSupport;
import dev.solecast.http.Slug;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Writes collaborators. */
@Singleton
public class CollaboratorEditing extends Editing<Collaborator, NewCollaborator, CollaboratorView> {

    private final Brands brands;
    private final Models models;

    CollaboratorEditing(Collaborators collaborators, Brands brands, Models models, EditingSupport support) {
        super(collaborators, NewCollaborator.class, support);
        this.brands = brands;
        this.models = models;
    }

    @Override
    protected Collaborator create(NewCollaborator document, Slug slug, Instant now) {
        return new Collaborator(slug, document, partners(document), earlierModels(document), now);
    }

    @Override
    protected void revise(Collaborator collaborator, NewCollaborator document, Instant now) {
        collaborator.revise(document, partners(document), earlierModels(document), now);
    }

    @Override
    protected NewCollaborator document(Collaborator collaborator) {
        return new NewCollaborator(
                collaborator.slug(),
                collaborator.name(),
                collaborator.aliases(),
                collaborator.kind(),
                collaborator.profession(),
                collaborator.home(),
                collaborator.people(),
                collaborator.partners().stream().map(Brand::slug).toList(),
                collaborator.earlierModels().stream().map(Model::slug).toList(),
                collaborator.citations());
    }

    @Override
    protected CollaboratorView view(Collaborator collaborator) {
        return CollaboratorView.of(collaborator);
    }

    @Override
    protected List<String> slugParts(NewCollaborator document) {
        return List.of(document.name());
    }

    private List<Brand> partners(NewCollaborator document) {
        return brands.requireAll("partners", document.partners());
    }

    private List<Model> earlierModels(NewCollaborator document) {
        return models.requireAll("earlierModels", document.earlierModels());
    }
}
