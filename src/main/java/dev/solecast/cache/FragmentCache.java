package dev.solecast.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.solecast.change.EntryType;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Caches the fragments that many responses have in common. Each is read once and used until an entry that it shows is
 * invalidated; a response that contains it has the same dependencies.
 */
@Singleton
public final class FragmentCache {

    private final TagInvalidations invalidations;
    /** The fragments by the cache tags of the entries that they describe. */
    private final Cache<Long, Stored> cache;

    FragmentCache(TagInvalidations invalidations, CacheSettings.Fragments settings) {
        this.invalidations = invalidations;
        this.cache = Caffeine.newBuilder()
                .maximumWeight(settings.memory().asLongValue())
                .<Long, Stored>weigher((tag, stored) -> stored.weight())
                .build();
    }

    /** Reads the fragments of these entries. */
    @FunctionalInterface
    public interface Reader<P extends Fragment> {
        List<P> read(Collection<Long> ids) throws SQLException;
    }

    /**
     * The fragments of these entries, by id. Those that are missing or stale are read together; the reader must not see
     * uncommitted changes of its own transaction.
     *
     * @param fragmentClass always the same for a type
     */
    public <P extends Fragment> Map<Long, P> getAll(
            EntryType type, Class<P> fragmentClass, Set<Long> ids, Reader<P> reader) throws SQLException {
        var found = new HashMap<Long, P>();
        var missing = new HashSet<Long>();
        for (var id : ids) {
            var stored = cache.getIfPresent(CacheTags.of(type, id));
            if (stored != null && stored.dependencies().areUnchanged()) {
                DependencyTracker.recordFragment(stored.fragment(), stored.dependencies());
                found.put(id, fragmentClass.cast(stored.fragment()));
            } else {
                missing.add(id);
            }
        }
        if (!missing.isEmpty()) {
            // Taken before reading, so that a change that is committed meanwhile makes the fragments stale.
            long since = invalidations.lastSequence();
            for (var read : reader.read(missing)) {
                var dependencies = new Dependencies(invalidations, since, tags(read), Set.of());
                DependencyTracker.recordFragment(read, dependencies);
                cache.put(CacheTags.of(type, read.id()), new Stored(read, dependencies));
                found.put(read.id(), read);
            }
        }
        return found;
    }

    /** Removes all fragments; the only cost is reading them again. */
    void clear() {
        cache.invalidateAll();
    }

    /** The approximate size of all fragments in bytes. */
    long weight() {
        cache.cleanUp();
        return cache.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    private static long[] tags(Fragment fragment) {
        return fragment.shownEntries().stream()
                .mapToLong(shown -> CacheTags.of(shown.type(), shown.id()))
                .toArray();
    }

    private record Stored(Fragment fragment, Dependencies dependencies) {

        int weight() {
            return 100
                    + dependencies.weight()
                    + fragment.shownEntries().stream()
                            .mapToInt(Fragment.ShownEntry::weight)
                            .sum();
        }
    }
}
