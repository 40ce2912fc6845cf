package dev.solecast.source;

import dev.solecast.entry.EntryEditingResource;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The writes to sources. */
@Path("/v1/sources")
@Tag(name = "Sources")
public class SourceEditingResource extends EntryEditingResource<NewSource, SourceView> {

    SourceEditingResource(SourceEditing editing) {
        super(editing);
    }
}
