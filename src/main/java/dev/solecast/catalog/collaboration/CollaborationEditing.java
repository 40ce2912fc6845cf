package dev.solecast.catalog.collaboration;

import dev.solecast.catalog.brand.Brand;
import dev.solecast.catalog.brand.Brands;
import dev.solecast.catalog.collaborator.Collaborator;
import dev.solecast.catalog.collaborator.Collaborators;
import dev.solecast.catalog.model.Model;
import dev.solecast.catalog.model.Models;
import dev.solecast.entry.Editing;
import dev.solecast.entry.EditingSupport;
import dev.solecast.entry.Named;
import dev.solecast.http.Slug;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes collaborations. */
@Singleton
public class CollaborationEditing extends Editing<Collaboration, NewCollaboration, CollaborationView> {

    private final Brands brands;
    private final Models models;
    private final Collaborators collaborators;

    CollaborationEditing(
            Collaborations collaborations,
            Brands brands,
            Models models,
            Collaborators collaborators,
            EditingSupport desk) {
        super(collaborations, NewCollaboration.class, desk);
        this.brands = brands;
        this.models = models;
        this.collaborators = collaborators;
    }

    @Override
    protected Collaboration make(NewCollaboration given, Slug slug, Instant now) {
        var to = of(given);
        return new Collaboration(slug, given, to.brand(), to.model(), to.collaborators(), now);
    }

    @Override
    protected void revise(Collaboration collaboration, NewCollaboration given, Instant now) {
        var to = of(given);
        collaboration.revise(given, to.brand(), to.model(), to.collaborators(), now);
    }

    @Override
    protected NewCollaboration document(Collaboration collaboration) {
        return new NewCollaboration(
                collaboration.slug(),
                collaboration.brand().slug(),
                collaboration.model() == null ? null : collaboration.model().slug(),
                collaboration.collaborators().stream().map(Named::slug).toList(),
                collaboration.stageSet(),
                collaboration.stageReason(),
                collaboration.citations());
    }

    @Override
    protected CollaborationView view(Collaboration collaboration) {
        return CollaborationView.of(collaboration);
    }

    @Override
    protected List<String> names(NewCollaboration given) {
        return Stream.concat(
                        given.collaborators().stream(),
                        Stream.of(given.model() == null ? given.brand() : given.model()))
                .toList();
    }

    /** What it refers to. */
    private record Parties(Brand brand, @Nullable Model model, List<Collaborator> collaborators) {}

    /** Its model, if given, must be one of its brand. */
    private Parties of(NewCollaboration given) {
        if (given.stage() != null && given.stageReason() == null) {
            throw Problem.field(
                    ProblemCode.INVALID_BODY,
                    "stageReason",
                    "is needed with stage: say why it is " + given.stage().word() + ".");
        }
        var brand = brands.require("brand", given.brand());
        var model = models.requireIfAny("model", given.model());
        if (model != null && model.brand().id() != brand.id()) {
            throw Problem.field(
                    ProblemCode.CONFLICT, "model", given.model() + " is not a model of " + given.brand() + ".");
        }
        return new Parties(brand, model, collaborators.requireAll("collaborators", given.collaborators()));
    }
}
