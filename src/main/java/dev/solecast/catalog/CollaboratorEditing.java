package dev.solecast.catalog;

import dev.solecast.http.Slug;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Writes collaborators. */
@Singleton
public class CollaboratorEditing extends Editing<Collaborator, NewCollaborator, CollaboratorView> {

    private final References references;

    CollaboratorEditing(Collaborators collaborators, References references, Desk desk) {
        super(collaborators, NewCollaborator.class, desk);
        this.references = references;
    }

    @Override
    protected Collaborator make(NewCollaborator given, Slug slug, Instant now) {
        return new Collaborator(slug, given, partners(given), earlierModels(given), now);
    }

    @Override
    protected void revise(Collaborator collaborator, NewCollaborator given, Instant now) {
        collaborator.revise(given, partners(given), earlierModels(given), now);
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
    protected List<String> names(NewCollaborator given) {
        return List.of(given.name());
    }

    private List<Brand> partners(NewCollaborator given) {
        return references.brands("partners", given.partners());
    }

    private List<Model> earlierModels(NewCollaborator given) {
        return references.models("earlierModels", given.earlierModels());
    }
}
