package dev.solecast.catalog.brand;

import dev.solecast.entry.Citation;
import dev.solecast.entry.Document;
import dev.solecast.entry.RequestLists;
import dev.solecast.http.MultiLine;
import dev.solecast.http.Slug;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The document of a brand; lists that are left out are empty. */
@Schema(name = "NewBrand")
public record NewBrand(
        @Pattern(regexp = Slug.PATTERN, message = Slug.RULE) @Size(max = 120) @Nullable
        String slug,

        @NotBlank @Size(max = 200) String name,
        @Size(max = 40) List<@NotBlank @Size(max = 200) String> aliases,
        @Size(max = 200) @Nullable String home,
        @MultiLine @Size(max = 500) @Nullable String knownFor,
        @Size(max = 40) List<@Valid ProductLine> lines,
        @Size(max = 40) List<@Valid Citation> citations)
        implements Document {

    public NewBrand {
        aliases = RequestLists.orEmpty(aliases);
        lines = RequestLists.orEmpty(lines);
        citations = RequestLists.orEmpty(citations);
    }
}
