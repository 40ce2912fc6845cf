package dev.solecast.catalog.collaboration;

import com.fasterxml.jackson.databind.node.ObjectNode;
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

    private final Collaborations collaborations;
    private final Brands brands;
    private final Models models;
    private final Collaborators collaborators;

    CollaborationEditing(
            Collaborations collaborations,
            Brands brands,
            Models models,
            Collaborators collaborators,
            EditingSupport support) {
        super(collaborations, NewCollaboration.class, support);
        this.collaborations = collaborations;
        this.brands = brands;
        this.models = models;
        this.collaborators = collaborators;
    }

    @Override
    protected Collaboration create(NewCollaboration document, Slug slug, Instant now) {
        var parties = parties(document);
        return new Collaboration(slug, document, parties.brand(), parties.model(), parties.collaborators(), now);
    }

    @Override
    protected void revise(Collaboration collaboration, NewCollaboration document, Instant now) {
        var parties = parties(document);
        if (!collaboration.isOn(parties.brand(), parties.model())) {
            collaborations.refuseToUncover(collaboration, parties.brand(), parties.model());
        }
        collaboration.revise(document, parties.brand(), parties.model(), parties.collaborators(), now);
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

    /** Rumors write the stage at any time. */
    @Override
    protected void lock(Collaboration collaboration) {
        collaborations.lock(collaboration);
    }

    /** Readers see the stage that the rumors determine where no editor has set one. */
    @Override
    protected ObjectNode logged(Collaboration collaboration, ObjectNode document) {
        return document.deepCopy().put("stage", collaboration.stage().wireName());
    }

    @Override
    protected CollaborationView view(Collaboration collaboration) {
        return CollaborationView.of(collaboration);
    }

    @Override
    protected List<String> slugParts(NewCollaboration document) {
        return Stream.concat(
                        document.collaborators().stream(),
                        Stream.of(document.model() == null ? document.brand() : document.model()))
                .toList();
    }

    /** The entries that a collaboration refers parties. */
    private record Parties(Brand brand, @Nullable Model model, List<Collaborator> collaborators) {}

    /** Resolves the references; the model, if any, must belong to the brand. */
    private Parties parties(NewCollaboration document) {
        if (document.stage() != null && document.stageReason() == null) {
            throw Problem.field(
                    ProblemCode.INVALID_BODY,
                    "stageReason",
                    "is needed with stage: say why it is " + document.stage().wireName() + ".");
        }
        var brand = brands.require("brand", document.brand());
        var model = models.requireIfAny("model", document.model());
        if (model != null && model.brand().id() != brand.id()) {
            throw Problem.field(
                    ProblemCode.CONFLICT, "model", document.model() + " is not a model of " + document.brand() + ".");
        }
        return new Parties(brand, model, collaborators.requireAll("collaborators", document.collaborators()));
    }
}
