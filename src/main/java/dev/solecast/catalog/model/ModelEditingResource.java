package dev.solecast.catalog.model;

import dev.solecast.entry.EntryEditingResource;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The writes to models. */
@Path("/v1/models")
@Tag(name = "Models")
public class ModelEditingResource extends EntryEditingResource<NewModel, ModelView> {

    ModelEditingResource(ModelEditing editing) {
        super(editing);
    }
}
