package dev.solecast.entry;

import dev.solecast.change.EntryType;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Finds the {@link Editing} of each type of entry. */
@Singleton
public class EditingRegistry {

    private final Map<EntryType, Editing<?, ?, ?>> editings = new EnumMap<>(EntryType.class);

    EditingRegistry(@All List<Editing<?, ?, ?>> all) {
        all.forEach(editing -> editings.put(editing.entryType(), editing));
    }

    public Editing<?, ?, ?> get(EntryType type) {
        var editing = editings.get(type);
        if (editing == null) {
            throw new IllegalStateException("Nobody edits a " + type);
        }
        return editing;
    }
}
