package dev.solecast.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.change.EntryType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A fragment is read once until a tag of it is invalidated, and a response depends on the fragments it uses. */
class FragmentCacheTest {

    private static final long MEMORY = 100_000;
    private static final long SAUCONY = 7;
    private static final long JAZZ = 12;

    private final TagInvalidations invalidations = new TagInvalidations();
    private final FragmentCache fragments = new FragmentCache(invalidations, FixedCacheSettings.ofBytes(MEMORY));
    private final List<Long> read = new ArrayList<>();

    /** A fragment that shows a model and its brand. */
    private record Model(long id) implements Fragment {

        @Override
        public List<ShownEntry> shownEntries() {
            return List.of(
                    new ShownEntry(EntryType.BRAND, SAUCONY, "saucony", "Saucony"),
                    new ShownEntry(EntryType.MODEL, id, "saucony-jazz-" + id, "Jazz " + id));
        }
    }

    @BeforeEach
    void poll() throws Exception {
        invalidations.poll(null, 0, System.nanoTime());
    }

    @Test
    void isReadOnceUntilItIsTouched() throws Exception {
        use(JAZZ);
        use(JAZZ);
        assertThat(read).containsExactly(JAZZ);

        invalidations.invalidate(1, List.of("release@brand:7", "model@model:13"));
        use(JAZZ);
        assertThat(read).as("after a write about something else").containsExactly(JAZZ);

        invalidations.invalidate(2, List.of("brand@brand:7"));
        use(JAZZ);
        use(JAZZ);
        assertThat(read).as("after its brand was changed").containsExactly(JAZZ, JAZZ);
    }

    @Test
    void answerFallsWithItsPartThoughItBeganLaterThanTheWriteOfAnotherNode() throws Exception {
        invalidations.invalidate(5, List.of("release@release:1"));
        use(JAZZ);
        // A write of this node, while an earlier one of another node is not known yet.
        invalidations.invalidate(10, List.of("release@release:1"));
        var answer = answer();
        assertThat(answer.areUnchanged()).isTrue();

        invalidations.invalidate(9, List.of("model@model:12"));

        assertThat(answer.areUnchanged()).isFalse();
        assertThat(answer().areUnchanged()).isTrue();
        assertThat(read).containsExactly(JAZZ, JAZZ);
    }

    @Test
    void takesNoMoreMemoryThanItMay() throws Exception {
        for (long model = 1; model <= 10_000; model++) {
            use(model);
        }
        assertThat(fragments.weight()).isBetween(MEMORY / 2, MEMORY);
    }

    private void use(long model) throws Exception {
        poll();
        assertThat(fragments.getAll(EntryType.MODEL, Model.class, Set.of(model), this::read))
                .containsOnlyKeys(model);
    }

    private List<Model> read(Collection<Long> ids) {
        read.addAll(ids);
        return ids.stream().map(Model::new).toList();
    }

    /** The dependencies of a response about a release of the model. */
    @CacheResponse
    private Dependencies answer() throws Exception {
        var reading = DependencyTracker.begin(invalidations, FragmentCacheTest.class.getDeclaredMethod("answer"));
        DependencyTracker.recordRead(EntryType.RELEASE, 1, "saucony-jazz-white");
        use(JAZZ);
        return reading.end(new MultivaluedHashMap<>());
    }
}
