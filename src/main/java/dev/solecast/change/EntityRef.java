package dev.solecast.change;

import java.util.List;
import java.util.stream.Stream;

/**
 * A reference to the entry that changed.
 *
 * @param version after the change
 * @param about the tags of all entries that the change is about, itself included ({@link EntryType#tag})
 */
public record EntityRef(EntryType type, long id, String slug, int version, List<String> about) {

    /** The same reference, about one more entry. */
    public EntityRef alsoAbout(String tag) {
        return new EntityRef(
                type,
                id,
                slug,
                version,
                Stream.concat(about.stream(), Stream.of(tag)).toList());
    }
}
