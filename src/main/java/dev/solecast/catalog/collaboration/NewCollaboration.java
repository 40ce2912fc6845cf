package dev.solecast.catalog.collaboration;

import dev.solecast.entry.Citation;
import dev.solecast.entry.Document;
import dev.solecast.entry.RequestLists;
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
 * A collaboration to be added to the catalogue; brand, model and collaborators by slug. It begins as
 * {@code speculated}; the rumors about its releases move it on.
 *
 * @param stage set by an editor, with a reason, and then held whatever the rumors say; null leaves it to them
 * @param stageReason why it is thought to exist, where no rumor says so
 */
@Schema(name = "NewCollaboration")
public record NewCollaboration(
        @Pattern(regexp = Slug.PATTERN) @Size(max = 120) @Nullable
        String slug,

        @NotBlank String brand,
        @Nullable String model,
        @NotEmpty @Size(max = 10) List<@NotBlank String> collaborators,
        @Nullable Stage stage,
        @Size(max = 500) @Nullable String stageReason,
        @Size(max = 40) List<@Valid Citation> citations)
        implements Document {

    public NewCollaboration {
        collaborators = RequestLists.orEmpty(collaborators);
        citations = RequestLists.orEmpty(citations);
    }
}
