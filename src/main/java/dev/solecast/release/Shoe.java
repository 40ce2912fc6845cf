package dev.solecast.release;

import dev.solecast.catalog.Collaboration;
import dev.solecast.catalog.Colorway;
import dev.solecast.catalog.Model;
import org.jspecify.annotations.Nullable;

/** What goes on sale, as precisely as it is known. */
record Shoe(
        Model model,
        @Nullable Collaboration collaboration,
        @Nullable Colorway colorway) {}
