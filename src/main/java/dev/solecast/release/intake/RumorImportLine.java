package dev.solecast.release.intake;

import dev.solecast.http.Slug;
import dev.solecast.release.NewRumor;
import org.jspecify.annotations.Nullable;

/**
 * What one line of a batch says that somebody said.
 *
 * @param id by which other lines of the same file call it; null if none does
 * @param copies the id of the line that it repeats
 * @param retraction why it was taken back; null if it stands
 */
public record RumorImportLine(
        Slug release,
        NewRumor said,
        @Nullable String id,
        @Nullable String copies,
        @Nullable String retraction) {}
