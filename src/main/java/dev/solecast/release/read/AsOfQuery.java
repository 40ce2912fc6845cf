package dev.solecast.release.read;

import dev.solecast.cache.DependsOnEvidence;
import dev.solecast.release.AsOf;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters that ask for a release as of a past day. */
public record AsOfQuery(
        @RestQuery("asOf")
        @DependsOnEvidence(history = true)
        @Parameter(
                description = "A past day: what was said and had happened by its end counts, and nothing after it.",
                example = "2024-03-01")
        @Nullable
        LocalDate asOf,

        @RestQuery("recordedBy")
        @DependsOnEvidence(history = true)
        @Parameter(description = "With or without asOf: only what this service knew by the end of this day.")
        @Nullable
        LocalDate recordedBy) {

    /** Returns null if none is given, which means today. */
    @Nullable
    AsOf asOf(LocalDate today) {
        return AsOf.of(asOf, recordedBy, today);
    }
}
