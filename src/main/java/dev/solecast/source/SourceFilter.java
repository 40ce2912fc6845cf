package dev.solecast.source;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;

/** The filter parameters of the list of sources. */
public record SourceFilter(
        @RestQuery("kind") @Separator(",") @Parameter(description = "What they are.")
        List<SourceKind> kind) {}
