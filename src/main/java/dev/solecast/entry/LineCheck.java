package dev.solecast.entry;

import java.util.Set;

/** Decides whether a line may change an entry, before it does. */
public interface LineCheck {

    /**
     * Throws a problem if the line may not change these fields of the entry.
     *
     * @param fields never empty
     */
    void check(Entry entry, Set<String> fields);
}
