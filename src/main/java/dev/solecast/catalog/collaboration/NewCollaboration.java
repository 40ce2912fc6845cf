package dev.solecast.catalog.collaboration;

import dev.solecast.entry.Citation;
import dev.solecast.entry.Document;
import dev.solecast.entry.RequestLists;
import dev.solecast.http.MultiLine;
import dev.solecast.http.Slug;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The document of a collaboration; brand, model and collaborators by slug. The stage begins as {@code speculated}, and
 * the rumors about the releases advance it.
 *
 * @param stage the stage set by an editor, which needs a reason and overrides the rumors; null if they determine it
 * @param stageReason the reason for the stage if no rumor gives one
 */
@Schema(name = "NewCollaboration")
public record NewCollaboration(
        @Pattern(regexp = Slug.PATTERN, message = Slug.RULE) @Size(max = 120) @Nullable
        String slug,

        @Size(max = Slug.LONGEST) @NotBlank String brand,
        @Size(max = Slug.LONGEST) @Nullable String model,
        @NotEmpty @Size(max = 10) List<@NotBlank @Size(max = Slug.LONGEST) String> collaborators,
        @Nullable Stage stage,
        @MultiLine @Size(max = 500) @Nullable String stageReason,
        @Size(max = 40) List<@Valid Citation> citations)
        implements Document {

    public NewCollaboration {
        collaborators = RequestLists.orEmpty(collaborators);
        citations = RequestLists.orEmpty(citations);
    }
}
