package dev.solecast.catalog.colorway;

import dev.solecast.entry.EntryEditingResource;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The writes to colorways. */
@Path("/v1/colorways")
@Tag(name = "Colorways")
public class ColorwayEditingResource extends EntryEditingResource<NewColorway, ColorwayView> {

    ColorwayEditingResource(ColorwayEditing editing) {
        super(editing);
    }
}
