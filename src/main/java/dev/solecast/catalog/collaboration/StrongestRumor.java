package dev.solecast.catalog.collaboration;

import dev.solecast.entry.Named;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The strongest rumor about a thing's releases, written down here by the room that knows rumors.
 *
 * @param source who says it
 * @param saidOn EDTF
 * @param window EDTF; null if it names no date
 * @param statement what it says, in our words; null if only that it is coming
 * @param release the slug of the release it is about
 */
@Schema(name = "StrongestRumor")
public record StrongestRumor(
        RumorKind kind,
        Named source,
        @Schema(description = "EDTF", examples = "2024-02") String saidOn,

        @Schema(description = "EDTF", examples = "2027-03") @Nullable
        String window,

        @Nullable String statement,
        @Schema(examples = "new-balance-1000-pink") String release) {}
