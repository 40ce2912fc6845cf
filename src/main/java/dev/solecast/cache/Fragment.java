package dev.solecast.cache;

import dev.solecast.change.EntryType;
import java.util.List;

/** A part that many responses have in common, such as the names of a model; cached by {@link FragmentCache}. */
public interface Fragment {

    /** The id of the entry that it describes. */
    long id();

    /** All entries whose data it shows, which are its dependencies. */
    List<ShownEntry> shownEntries();

    /**
     * An entry whose data is shown.
     *
     * @param name empty if the name is not shown
     */
    record ShownEntry(EntryType type, long id, String slug, String name) {

        /** The approximate size in bytes: objects, references and characters. */
        int weight() {
            return 150 + slug.length() + name.length();
        }
    }
}
