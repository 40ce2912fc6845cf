package dev.solecast.entry;

import org.jspecify.annotations.Nullable;

/** All that can be written of one entry: the body of a request, and what the log compares. */
public interface Document {

    /** Null to have it made from the names, or left as it is. */
    @Nullable
    String slug();
}
