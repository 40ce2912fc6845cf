package dev.solecast.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change as callers see it. */
@Schema(name = "Change")
public record ChangeView(
        @Schema(description = "Its place in the log, from 1 and without gaps; what to give as after.", examples = "812")
        long place,

        Instant at,

        @Schema(ref = "EntryType") String type,

        @Schema(description = "The slug that it had after the change.", examples = "new-balance-1000")
        String slug,

        @Schema(description = "The version that it had after the change.", examples = "3")
        int version,

        @Schema(ref = "ChangeKind") String kind,

        @Schema(
                description =
                        "The fields that changed by their names, each with its `old` and its `new` value; null is no value,"
                                + " and `{\"redacted\": true}` one that was taken away.",
                type = SchemaType.OBJECT)
        JsonText fields,

        @Schema(description = "The rumor that caused it.", examples = "97") @Nullable
        Long rumor,

        @Schema(description = "The name of the key that made it; shown to editors only.", examples = "ada")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String actor) {}
