package dev.solecast.release;

import dev.solecast.catalog.collaboration.Collaboration;
import dev.solecast.catalog.colorway.Colorway;
import dev.solecast.catalog.model.Model;
import org.jspecify.annotations.Nullable;

/** The shoe that a release puts on sale, as precisely as it is known. */
public record ReleaseSubject(
        Model model,
        @Nullable Collaboration collaboration,
        @Nullable Colorway colorway) {}
