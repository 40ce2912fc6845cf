package dev.solecast.catalog.collaboration;

import dev.solecast.entry.Named;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The strongest rumor about the releases of an entry, stored here by {@code release}, which has the rumors.
 *
 * @param source the source of the rumor
 * @param saidOn the date of the statement in EDTF
 * @param window the claimed window in EDTF; null if there is none
 * @param statement its content in our words; null if it says only that a release is coming
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
