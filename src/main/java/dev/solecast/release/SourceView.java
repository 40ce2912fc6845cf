package dev.solecast.release;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A source as callers see it. */
@Schema(name = "Source")
public record SourceView(
        @Schema(examples = "highsnobiety") String slug,
        @Schema(examples = "Highsnobiety") String name,
        SourceKind kind,

        @Schema(description = "What makes it know.") @Nullable
        String role,

        @Schema(description = "Its site or account.") @Nullable
        String home,

        Instant updatedAt) {

    static SourceView of(Source source) {
        return new SourceView(
                source.slug(), source.name(), source.kind(), source.role(), source.home(), source.updatedAt());
    }
}
