package dev.solecast.catalog.model;

import dev.solecast.catalog.brand.Brands;
import dev.solecast.entry.Editing;
import dev.solecast.entry.EditingSupport;
import dev.solecast.http.Slug;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Writes models. */
@Singleton
public class ModelEditing extends Editing<Model, NewModel, ModelView> {

    private final Models models;
    private final Brands brands;

    ModelEditing(Models models, Brands brands, EditingSupport support) {
        super(models, NewModel.class, support);
        this.models = models;
        this.brands = brands;
    }

    @Override
    protected Model create(NewModel document, Slug slug, Instant now) {
        return new Model(slug, document, brands.require("brand", document.brand()), related(document), now);
    }

    @Override
    protected void revise(Model model, NewModel document, Instant now) {
        var brand = brands.require("brand", document.brand());
        if (model.brand().id() != brand.id()) {
            refuseToLeave(model);
        }
        model.revise(document, brand, related(document), now);
    }

    private void refuseToLeave(Model model) {
        var bound = models.listBoundToItsBrand(model);
        if (!bound.isEmpty()) {
            throw Problem.field(
                    ProblemCode.CONFLICT,
                    "brand",
                    "cannot be another one, for these are of the model and its brand: " + String.join(", ", bound)
                            + ". Add a model of the other brand.");
        }
    }

    @Override
    protected NewModel document(Model model) {
        return new NewModel(
                model.slug(),
                model.brand().slug(),
                model.name(),
                model.aliases(),
                model.firstAppeared() == null ? null : model.firstAppeared().edtf(),
                model.category(),
                model.styles(),
                model.appearances(),
                model.technologies(),
                model.related().stream()
                        .map(each -> new NewModel.Related(
                                each.relation(), each.related().slug()))
                        .toList(),
                model.openQuestions(),
                model.citations());
    }

    @Override
    protected ModelView view(Model model) {
        return ModelView.of(model);
    }

    @Override
    protected List<String> slugParts(NewModel document) {
        return List.of(document.brand(), document.name());
    }

    private List<RelatedModel> related(NewModel document) {
        return document.related().stream()
                .map(each -> new RelatedModel(models.require("related", each.model()), each.relation()))
                .toList();
    }
}
