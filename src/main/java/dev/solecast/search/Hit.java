package dev.solecast.search;

import dev.solecast.catalog.colorway.Picture;
import dev.solecast.entry.Named;
import dev.solecast.release.ReleaseDate;
import dev.solecast.release.ReleaseStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry found, with the fields that one line of a list of suggestions shows. */
@Schema(name = "SearchHit")
public record Hit(
        HitType type,
        @Schema(examples = "aime-leon-dore") String slug,
        @Schema(examples = "Aimé Leon Dore") String title,

        @Schema(description = "Where it is to be had.", examples = "/v1/collaborators/aime-leon-dore")
        String address,

        @Schema(description = "Whose it is; null for brands and collaborators.") @Nullable
        Named brand,

        @Schema(description = "Of colorways and their releases, where known.", examples = "U1000XX") @Nullable
        String styleCode,

        @Schema(description = "Of colorways and their releases, where there is one.") @Nullable
        Picture picture,

        @Schema(description = "Of releases.", examples = "WW") @Nullable
        String region,

        @Schema(description = "Of releases.") @Nullable ReleaseStatus status,

        @Schema(description = "Of releases; null while nobody has named one.") @Nullable
        ReleaseDate date) {}
