package dev.solecast.catalog.collaboration;

import dev.solecast.entry.EntryEditingResource;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The writes to collaborations. */
@Path("/v1/collaborations")
@Tag(name = "Collaborations")
public class CollaborationEditingResource extends EntryEditingResource<NewCollaboration, CollaborationView> {

    CollaborationEditingResource(CollaborationEditing editing) {
        super(editing);
    }
}
