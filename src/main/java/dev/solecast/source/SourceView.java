package dev.solecast.source;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.solecast.entry.EntryView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The view of a source for callers. */
@Schema(name = "Source")
public record SourceView(
        @Schema(examples = "highsnobiety") String slug,
        @Schema(examples = "Highsnobiety") String name,
        SourceKind kind,

        @Schema(description = "What makes it know.") @Nullable
        String role,

        @Schema(description = "Its site or account.") @Nullable
        String home,

        Instant updatedAt,

        @Schema(description = "How it did; only of one source, not in lists.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        SourceRecord record,

        @JsonIgnore int version)
        implements EntryView {

    static SourceView of(Source source) {
        return of(source, null);
    }

    static SourceView of(Source source, @Nullable SourceRecord record) {
        return new SourceView(
                source.slug(),
                source.name(),
                source.kind(),
                source.role(),
                source.home(),
                source.updatedAt(),
                record,
                source.version());
    }
}
