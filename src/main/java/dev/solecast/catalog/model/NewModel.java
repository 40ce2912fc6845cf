package dev.solecast.catalog.model;

import dev.solecast.entry.Citation;
import dev.solecast.entry.Document;
import dev.solecast.entry.EdtfText;
import dev.solecast.entry.RequestLists;
import dev.solecast.http.MultiLine;
import dev.solecast.http.Slug;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The document of a model; brand and related models by slug, lists that are left out are empty. */
@Schema(name = "NewModel")
public record NewModel(
        @Pattern(regexp = Slug.PATTERN, message = Slug.RULE) @Size(max = 120) @Nullable
        String slug,

        @Size(max = Slug.LONGEST) @NotBlank String brand,
        @NotBlank @Size(max = 200) String name,
        @Size(max = 40) List<@NotBlank @Size(max = 200) String> aliases,

        @Schema(description = "EDTF", examples = "1999") @Size(max = 40) @EdtfText @Nullable
        String firstAppeared,

        @Size(max = 60) @Nullable String category,
        @Size(max = 40) List<@NotBlank @Size(max = 100) String> styles,
        @Size(max = 40) List<@NotBlank @Size(max = 300) String> appearances,
        @Size(max = 40) List<@Valid Technology> technologies,
        @Size(max = 40) List<@Valid Related> related,
        @MultiLine @Size(max = 40) List<@NotBlank @Size(max = 300) String> openQuestions,
        @Size(max = 40) List<@Valid Citation> citations)
        implements Document {

    public NewModel {
        aliases = RequestLists.orEmpty(aliases);
        styles = RequestLists.orEmpty(styles);
        appearances = RequestLists.orEmpty(appearances);
        technologies = RequestLists.orEmpty(technologies);
        related = RequestLists.orEmpty(related);
        openQuestions = RequestLists.orEmpty(openQuestions);
        citations = RequestLists.orEmpty(citations);
    }

    /** A copy without its related models. */
    public NewModel withoutRelated() {
        return new NewModel(
                slug,
                brand,
                name,
                aliases,
                firstAppeared,
                category,
                styles,
                appearances,
                technologies,
                List.of(),
                openQuestions,
                citations);
    }

    /** The slug of another model, and its relation to this one. */
    @Schema(name = "NewRelatedModel")
    public record Related(
            @NotNull Relation relation,
            @NotBlank @Size(max = Slug.LONGEST) String model) {}
}
