package dev.solecast.cache;

import dev.solecast.change.ChangeTags;
import dev.solecast.change.EntryType;
import java.util.List;
import java.util.regex.Pattern;

/** Cache tags (surrogate keys) as numbers, a compact form of {@link ChangeTags} for a cache of many responses. */
final class CacheTags {

    /** The tag that every change invalidates. */
    static final long EVERYTHING = -1;

    private static final List<EntryType> TYPES = List.of(EntryType.values());
    private static final Pattern TEXT = Pattern.compile("([a-z]+)@([a-z]+):(\\d{1,18})");

    private CacheTags() {}

    /** The tag of one entry. */
    static long of(EntryType type, long id) {
        return of(type, type, id);
    }

    /** The tag that a change of any entry of this type invalidates. */
    static long any(EntryType type) {
        return of(type, type, 0);
    }

    /** The tag of all entries of one type that belong to this entry of another, such as a brand's releases. */
    static long of(EntryType changed, EntryType about, long id) {
        return encode(TYPES.indexOf(changed), TYPES.indexOf(about), id);
    }

    /** The tag of everything derived from rumors about entries that belong to this one. */
    static long evidence(EntryType about, long id) {
        return encode(TYPES.size(), TYPES.indexOf(about), id);
    }

    private static long encode(int changed, int about, long id) {
        return id << 8 | (long) changed << 4 | about;
    }

    /** Parses the text of a tag; one that cannot be read, as from a newer version of this service, means everything. */
    static long parse(String text) {
        var tag = TEXT.matcher(text);
        if (!tag.matches()) {
            return EVERYTHING;
        }
        int changed = ChangeTags.WORDS.indexOf(tag.group(1));
        int about = ChangeTags.WORDS.indexOf(tag.group(2));
        return changed < 0 || about < 0 ? EVERYTHING : encode(changed, about, Long.parseLong(tag.group(3)));
    }
}
