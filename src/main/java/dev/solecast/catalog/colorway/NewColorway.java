package dev.solecast.catalog.colorway;

import dev.solecast.entry.Citation;
import dev.solecast.entry.Document;
import dev.solecast.entry.RequestLists;
import dev.solecast.http.Slug;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The document of a colorway; models and collaboration by slug, lists that are left out are empty.
 *
 * @param styleCode exactly as the maker writes it; null if unknown
 */
@Schema(name = "NewColorway")
public record NewColorway(
        @Pattern(regexp = Slug.PATTERN, message = Slug.RULE) @Size(max = 120) @Nullable
        String slug,

        @Size(max = Slug.LONGEST) @NotBlank String model,
        @Size(max = Slug.LONGEST) @Nullable String collaboration,
        @Size(max = 100) @Nullable String nickname,
        @Size(min = 1, max = 60) @Nullable String styleCode,
        @Size(max = 100) @Nullable String line,
        @Nullable Audience audience,
        @Size(max = 100) List<@NotBlank @Size(max = 20) String> sizes,
        @Size(max = 20) List<@Valid Color> colors,
        @Size(max = 40) List<@Valid Feature> materials,
        @Size(max = Slug.LONGEST) @Nullable String reminiscentOf,
        @Size(max = 40) List<@Valid Picture> pictures,
        @Size(max = 40) List<@Valid Citation> citations)
        implements Document {

    public NewColorway {
        sizes = RequestLists.orEmpty(sizes);
        colors = RequestLists.orEmpty(colors);
        materials = RequestLists.orEmpty(materials);
        pictures = RequestLists.orEmpty(pictures);
        citations = RequestLists.orEmpty(citations);
    }
}
