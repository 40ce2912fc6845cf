package dev.solecast.catalog.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.solecast.entry.Citation;
import dev.solecast.entry.EntryView;
import dev.solecast.entry.Named;
import dev.solecast.entry.WindowView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The view of a model for callers; null or empty means unknown. */
@Schema(name = "Model")
public record ModelView(
        @Schema(examples = "new-balance-1000") String slug,
        @Schema(examples = "1000") String name,
        Named brand,
        List<String> aliases,

        @Schema(description = "When the original was first seen.") @Nullable
        WindowView firstAppeared,

        @Schema(examples = "running") @Nullable String category,
        List<String> styles,

        @Schema(description = "Where the model was to be seen.")
        List<String> appearances,

        List<Technology> technologies,
        List<RelatedModelView> related,

        @Schema(description = "What nobody knows yet, said plainly.")
        List<String> openQuestions,

        List<Citation> citations,
        Instant updatedAt,
        @JsonIgnore int version)
        implements EntryView {

    static ModelView of(Model model) {
        return new ModelView(
                model.slug(),
                model.name(),
                model.brand().named(),
                model.aliases(),
                WindowView.of(model.firstAppeared()),
                model.category(),
                model.styles(),
                model.appearances(),
                model.technologies(),
                model.related().stream().map(RelatedModelView::of).toList(),
                model.openQuestions(),
                model.citations(),
                model.updatedAt(),
                model.version());
    }

    /** The view of a related model. */
    @Schema(name = "RelatedModel")
    public record RelatedModelView(Relation relation, String slug, String name) {

        static RelatedModelView of(RelatedModel related) {
            return new RelatedModelView(
                    related.relation(),
                    related.related().slug(),
                    related.related().name());
        }
    }
}
