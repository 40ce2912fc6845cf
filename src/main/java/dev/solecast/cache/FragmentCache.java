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
 * Parts that many answers have in common, each read once and kept until an entry that it shows is touched. Whoever uses
 * one rests on it.
 */
@Singleton
public final class FragmentCache {

    private final TagInvalidations touched;
    /** By the marks of the entries that they are of. */
    private final Cache<Long, Held> kept;

    FragmentCache(TagInvalidations touched, CacheSettings settings) {
        this.touched = touched;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(settings.fragments().asLongValue())
                .<Long, Held>weigher((mark, held) -> held.weight())
                .build();
    }

    /** Reads those of these entries. */
    @FunctionalInterface
    public interface Reader<P extends Fragment> {
        List<P> read(Collection<Long> ids) throws SQLException;
    }

    /**
     * Those of these entries, by their ids. What is not kept is read together, and must not be told of what its own
     * transaction has not committed.
     *
     * @param part always the same for a type
     */
    public <P extends Fragment> Map<Long, P> of(EntryType type, Class<P> part, Set<Long> ids, Reader<P> reader)
            throws SQLException {
        var found = new HashMap<Long, P>();
        var missing = new HashSet<Long>();
        for (var id : ids) {
            var held = kept.getIfPresent(CacheTags.of(type, id));
            if (held != null && held.base().holds()) {
                DependencyTracker.rest(held.part(), held.base());
                found.put(id, part.cast(held.part()));
            } else {
                missing.add(id);
            }
        }
        if (!missing.isEmpty()) {
            // Before it is read, so that whatever is touched meanwhile counts as touched since.
            long since = touched.newest();
            for (var read : reader.read(missing)) {
                var base = new Dependencies(touched, since, marks(read), Set.of());
                DependencyTracker.rest(read, base);
                kept.put(CacheTags.of(type, read.id()), new Held(read, base));
                found.put(read.id(), read);
            }
        }
        return found;
    }

    /** Forgets all of them, which costs no more than reading them again. */
    void forget() {
        kept.invalidateAll();
    }

    /** Bytes that they take, about. */
    long weight() {
        kept.cleanUp();
        return kept.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }

    private static long[] marks(Fragment part) {
        return part.shown().stream()
                .mapToLong(shown -> CacheTags.of(shown.type(), shown.id()))
                .toArray();
    }

    private record Held(Fragment part, Dependencies base) {

        int weight() {
            return 100
                    + base.weight()
                    + part.shown().stream().mapToInt(Fragment.Shown::weight).sum();
        }
    }
}
