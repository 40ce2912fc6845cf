package dev.solecast.entry;

import org.jspecify.annotations.Nullable;

/** The writable content of an entry: the body of a request, and the state that the log compares. */
public interface Document {

    /** The slug; null to make it from the names of a new entry, or to leave that of an existing one. */
    @Nullable
    String slug();
}
