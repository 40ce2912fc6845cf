package dev.solecast.catalog.collaborator;

import dev.solecast.entry.EntryEditingResource;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The writes to collaborators. */
@Path("/v1/collaborators")
@Tag(name = "Collaborators")
public class CollaboratorEditingResource extends EntryEditingResource<NewCollaborator, CollaboratorView> {

    CollaboratorEditingResource(CollaboratorEditing editing) {
        super(editing);
    }
}
