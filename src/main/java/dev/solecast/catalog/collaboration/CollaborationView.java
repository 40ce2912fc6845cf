package dev.solecast.catalog.collaboration;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.solecast.entry.Citation;
import dev.solecast.entry.EntryView;
import dev.solecast.entry.Named;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The view of a collaboration for callers. */
@Schema(name = "Collaboration")
public record CollaborationView(
        @Schema(examples = "aime-leon-dore-new-balance-1000")
        String slug,

        @Schema(examples = "Aimé Leon Dore x New Balance 1000")
        String title,

        Named brand,

        @Schema(description = "Null where the model is not known.") @Nullable
        Named model,

        List<Named> collaborators,
        Stage stage,

        @Schema(description = "Why it stands at this stage, where no rumor says so.") @Nullable
        String stageReason,

        @Schema(description = "What the stage rests on; null where there is no rumor.") @Nullable
        StrongestRumor strongestRumor,

        List<Citation> citations,
        Instant updatedAt,
        @JsonIgnore int version)
        implements EntryView {

    static CollaborationView of(Collaboration collaboration) {
        return new CollaborationView(
                collaboration.slug(),
                collaboration.title(),
                collaboration.brand().named(),
                collaboration.model() == null ? null : collaboration.model().named(),
                collaboration.collaborators(),
                collaboration.stage(),
                collaboration.stageReason(),
                collaboration.strongestRumor(),
                collaboration.citations(),
                collaboration.updatedAt(),
                collaboration.version());
    }
}
