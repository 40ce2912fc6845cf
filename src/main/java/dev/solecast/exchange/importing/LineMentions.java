package dev.solecast.exchange.importing;

import dev.solecast.change.EntryType;
import dev.solecast.entry.Entry;
import dev.solecast.exchange.format.Columns;
import dev.solecast.exchange.format.LineType;
import dev.solecast.http.problem.Problem;
import dev.solecast.http.problem.ProblemCode;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Remembers which line of a file first described an entry, and which fields the file gave it, so that a later line that
 * says otherwise is found. Takes 16 bytes an entry, at half of them unused: a hash table of two arrays.
 */
final class LineMentions {

    /** The lower bits of a value are the fields, one each; the others are the number of the line. */
    private static final int FIELD_BITS = 24;

    private static final long FIELDS = (1L << FIELD_BITS) - 1;
    private static final Map<EntryType, List<String>> NAMES = names();

    private long[] keys = new long[1 << 10];
    private long[] values = new long[1 << 10];
    private int size;

    /**
     * Refuses a line that changes fields which another line of the file has given the same entry.
     *
     * @param named the fields that the line names
     * @param changed the fields that it would change
     */
    synchronized void refuseContradiction(
            Entry entry, long line, Collection<String> named, Collection<String> changed) {
        var first = values[find(key(entry))];
        if (first == 0 || first >>> FIELD_BITS == line) {
            return;
        }
        var contradicted = NAMES.getOrDefault(entry.type(), List.of()).stream()
                .filter(field -> named.contains(field) && changed.contains(field))
                .filter(field -> (first & bits(entry.type(), List.of(field))) != 0)
                .toList();
        if (!contradicted.isEmpty()) {
            throw Problem.field(
                    ProblemCode.CONFLICT,
                    contradicted.getFirst(),
                    "says other than line " + (first >>> FIELD_BITS) + ", which means the same "
                            + entry.type().wireName() + " \"" + entry.slug() + "\": " + String.join(", ", contradicted)
                            + ". Leave out one of the lines, or give its entry a slug of its own.");
        }
    }

    /** Records that a line describes an entry; the number of the first such line stays. */
    synchronized void add(Entry entry, long line, Collection<String> named) {
        int at = find(key(entry));
        var bits = bits(entry.type(), named);
        if (values[at] != 0) {
            values[at] |= bits;
            return;
        }
        keys[at] = key(entry);
        values[at] = line << FIELD_BITS | bits;
        if (++size > keys.length / 2) {
            grow();
        }
    }

    /** Withdraws the fields of a line that was rolled back after all. */
    synchronized void withdraw(long line) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] >>> FIELD_BITS == line) {
                values[i] &= ~FIELDS;
            }
        }
    }

    private void grow() {
        var oldKeys = keys;
        var oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new long[2 * oldValues.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != 0) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }

    /** The place of a key, or the free place where it belongs. */
    private int find(long key) {
        int at = Long.hashCode(key * 0x9E3779B97F4A7C15L) & (keys.length - 1);
        while (values[at] != 0 && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    @SuppressWarnings("EnumOrdinal") // keys live no longer than one import
    private static long key(Entry entry) {
        return entry.id() * EntryType.values().length + entry.type().ordinal();
    }

    private static long bits(EntryType type, Collection<String> fields) {
        var names = NAMES.getOrDefault(type, List.of());
        long bits = 0;
        for (var field : fields) {
            int index = names.indexOf(field);
            bits |= index < 0 ? 0 : 1L << index;
        }
        return bits;
    }

    private static Map<EntryType, List<String>> names() {
        return Arrays.stream(LineType.values())
                .filter(type -> type.entryType().isPresent())
                .collect(Collectors.toMap(
                        type -> type.entryType().orElseThrow(),
                        type -> Columns.list(List.of(type)),
                        (one, other) -> one,
                        () -> new EnumMap<>(EntryType.class)));
    }
}
