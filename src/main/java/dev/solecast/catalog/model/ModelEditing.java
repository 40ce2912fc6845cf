package dev.solecast.catalog.model;

import dev.solecast.catalog.brand.Brands;
import dev.solecast.entry.Editing;
import dev.solecast.entry.EditingSupport;
import dev.solecast.http.Slug;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
        return new Model(slug, document, brands.require("brand", document.brand()), related(document, null), now);
    }

    @Override
    protected void revise(Model model, NewModel document, Instant now) {
        var brand = brands.require("brand", document.brand());
        if (model.brand().id() != brand.id()) {
            models.refuseToLeaveBrand(model);
        }
        model.revise(document, brand, related(document, model), now);
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

    /** The related models, each once in one relation, and none of them the model itself. */
    private List<RelatedModel> related(NewModel document, @Nullable Model itself) {
        var related = new LinkedHashSet<RelatedModel>();
        for (var each : document.related()) {
            var other = models.require("related", each.model());
            if (itself != null && other.id() == itself.id()) {
                throw refused("\"" + each.model() + "\" is the model itself; leave it out.");
            } else if (!related.add(new RelatedModel(other, each.relation()))) {
                throw refused("\"" + each.model() + "\" is there twice as "
                        + each.relation().wireName() + "; name it once.");
            }
        }
        return List.copyOf(related);
    }

    private static Problem refused(String why) {
        return Problem.field(ProblemCode.INVALID_BODY, "related", why);
    }
}
