package dev.solecast.cache;

import dev.solecast.change.EntryType;
import java.util.List;

/** What many answers show alike of some entries; {@link FragmentCache} keeps it. */
public interface Fragment {

    /** Of the entry that it is of. */
    long id();

    /** All of which it shows anything. */
    List<Shown> shown();

    /**
     * An entry of which something is shown.
     *
     * @param name what it is called; empty where that is not shown
     */
    record Shown(EntryType type, long id, String slug, String name) {

        /** Bytes of memory that it takes, about: objects, references and characters. */
        int weight() {
            return 150 + slug.length() + name.length();
        }
    }
}
