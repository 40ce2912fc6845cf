package dev.solecast.cache;

import dev.solecast.change.ChangeTags;
import dev.solecast.change.EntryType;
import java.util.List;
import java.util.regex.Pattern;

/** Cache tags (surrogate keys) as numbers: the form of {@link ChangeTags} that a cache of many responses can afford. */
final class CacheTags {

    /** Invalidated by every change. */
    static final long EVERYTHING = -1;

    private static final List<EntryType> TYPES = List.of(EntryType.values());
    private static final Pattern TEXT = Pattern.compile("([a-z]+)@([a-z]+):(\\d{1,18})");

    private CacheTags() {}

    /** An entry itself. */
    static long of(EntryType type, long id) {
        return of(type, type, id);
    }

    /** Any entry of this type. */
    static long any(EntryType type) {
        return of(type, type, 0);
    }

    /** Entries of one type that belong to this entry of another. */
    static long of(EntryType changed, EntryType about, long id) {
        return number(TYPES.indexOf(changed), TYPES.indexOf(about), id);
    }

    /** Anything derived from rumors about entries that belong to this one. */
    static long evidence(EntryType about, long id) {
        return number(TYPES.size(), TYPES.indexOf(about), id);
    }

    private static long number(int changed, int about, long id) {
        return id << 8 | (long) changed << 4 | about;
    }

    /** The number of a text; one that cannot be read, as from a newer version of this service, may mean everything. */
    static long parse(String text) {
        var tag = TEXT.matcher(text);
        if (!tag.matches()) {
            return EVERYTHING;
        }
        int changed = ChangeTags.WORDS.indexOf(tag.group(1));
        int about = ChangeTags.WORDS.indexOf(tag.group(2));
        return changed < 0 || about < 0 ? EVERYTHING : number(changed, about, Long.parseLong(tag.group(3)));
    }
}
