package dev.solecast.entry;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The publication that supports some fields of an entry.
 *
 * @param fields the JSON names of the fields it supports
 * @param title of the article, page or post
 * @param author null if not known
 * @param publication the name of the publication
 * @param publishedOn EDTF, as precise as known
 * @param url null if not known
 */
@Schema(name = "Citation", description = "Where some fields of this entry were learned.")
public record Citation(
        @NotEmpty @Size(max = 40) List<@NotBlank @Size(max = 60) String> fields,
        @NotBlank @Size(max = 300) String title,
        @Size(max = 200) @Nullable String author,
        @NotBlank @Size(max = 200) String publication,

        @Schema(description = "EDTF", examples = "2024-02~") @Size(max = 40) @EdtfText @Nullable
        String publishedOn,

        @Size(max = 2000) @Nullable String url) {}
