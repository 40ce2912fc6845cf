package dev.solecast.release.intake;

import dev.solecast.http.Slug;
import dev.solecast.release.NewRumor;
import org.jspecify.annotations.Nullable;

/**
 * A rumor in one line of a batch.
 *
 * @param release the slug of its release
 * @param id by which other lines of the same file name it; null if none does
 * @param originalId the id of the line that it copies; null if it copies none
 * @param retraction the reason of its retraction; null if it is not retracted
 */
public record RumorImportLine(
        Slug release,
        NewRumor rumor,
        @Nullable String id,
        @Nullable String originalId,
        @Nullable String retraction) {}
