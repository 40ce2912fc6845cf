package dev.solecast.exchange.importing;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of an import. */
public record ImportQuery(
        @RestQuery("dryRun")
        @Parameter(description = "Only tell what would become of it; nothing is changed. Up to 100,000 lines.")
        @Nullable
        Boolean dryRun,

        @RestQuery("atomic") @Parameter(description = "All of its lines or none; up to 100,000.") @Nullable
        Boolean atomic,

        @RestQuery("force") @Parameter(description = "Overwrite also what editors have set by hand.") @Nullable
        Boolean force) {

    ImportOptions options() {
        return new ImportOptions(Boolean.TRUE.equals(dryRun), Boolean.TRUE.equals(atomic), Boolean.TRUE.equals(force));
    }
}
