package dev.solecast.catalog.brand;

import dev.solecast.entry.EntryEditingResource;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The writes to brands. */
@Path("/v1/brands")
@Tag(name = "Brands")
public class BrandEditingResource extends EntryEditingResource<NewBrand, BrandView> {

    BrandEditingResource(BrandEditing editing) {
        super(editing);
    }
}
