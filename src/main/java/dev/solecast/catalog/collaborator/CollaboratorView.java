package dev.solecast.catalog.collaborator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.solecast.catalog.brand.Brand;
import dev.solecast.catalog.model.Model;
import dev.solecast.entry.Citation;
import dev.solecast.entry.EntryView;
import dev.solecast.entry.Named;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The view of a collaborator for callers; null or empty means unknown. */
@Schema(name = "Collaborator")
public record CollaboratorView(
        @Schema(examples = "joe-freshgoods") String slug,
        @Schema(examples = "Joe Freshgoods") String name,
        List<String> aliases,
        CollaboratorKind kind,
        @Schema(examples = "designer") @Nullable String profession,
        @Schema(examples = "Chicago") @Nullable String home,
        @Schema(description = "The people behind it.") List<String> people,

        @Schema(description = "Brands it collaborates with frequently.")
        List<Named> partners,

        @Schema(description = "Models it collaborated on before.")
        List<Named> earlierModels,

        List<Citation> citations,
        Instant updatedAt,
        @JsonIgnore int version)
        implements EntryView {

    static CollaboratorView of(Collaborator collaborator) {
        return new CollaboratorView(
                collaborator.slug(),
                collaborator.name(),
                collaborator.aliases(),
                collaborator.kind(),
                collaborator.profession(),
                collaborator.home(),
                collaborator.people(),
                collaborator.partners().stream().map(Brand::named).toList(),
                collaborator.earlierModels().stream().map(Model::named).toList(),
                collaborator.citations(),
                collaborator.updatedAt(),
                collaborator.version());
    }
}
