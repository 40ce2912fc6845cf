package dev.solecast.catalog.collaborator;

import dev.solecast.entry.Citation;
import dev.solecast.entry.Document;
import dev.solecast.entry.RequestLists;
import dev.solecast.http.Slug;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The document of a collaborator; brands and models by slug, lists that are left out are empty. */
@Schema(name = "NewCollaborator")
public record NewCollaborator(
        @Pattern(regexp = Slug.PATTERN, message = Slug.RULE) @Size(max = 120) @Nullable
        String slug,

        @NotBlank @Size(max = 200) String name,
        @Size(max = 40) List<@NotBlank @Size(max = 200) String> aliases,
        @NotNull CollaboratorKind kind,
        @Size(max = 100) @Nullable String profession,
        @Size(max = 200) @Nullable String home,
        @Size(max = 40) List<@NotBlank @Size(max = 200) String> people,
        @Size(max = 40) List<@NotBlank @Size(max = Slug.LONGEST) String> partners,
        @Size(max = 100) List<@NotBlank @Size(max = Slug.LONGEST) String> earlierModels,
        @Size(max = 40) List<@Valid Citation> citations)
        implements Document {

    public NewCollaborator {
        aliases = RequestLists.orEmpty(aliases);
        people = RequestLists.orEmpty(people);
        partners = RequestLists.orEmpty(partners);
        earlierModels = RequestLists.orEmpty(earlierModels);
        citations = RequestLists.orEmpty(citations);
    }
}
