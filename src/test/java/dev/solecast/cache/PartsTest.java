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

/** A part is read once, until something that it shows is touched; and whoever uses it rests on it. */
class PartsTest {

    private static final long MEMORY = 100_000;
    private static final long SAUCONY = 7;
    private static final long JAZZ = 12;

    private final TagInvalidations touched = new TagInvalidations();
    private final FragmentCache parts = new FragmentCache(touched, FixedCacheSettings.ofBytes(MEMORY));
    private final List<Long> read = new ArrayList<>();

    /** Of a brand, as a part shows it. */
    private record Model(long id) implements Fragment {

        @Override
        public List<Shown> shown() {
            return List.of(
                    new Shown(EntryType.BRAND, SAUCONY, "saucony", "Saucony"),
                    new Shown(EntryType.MODEL, id, "saucony-jazz-" + id, "Jazz " + id));
        }
    }

    @BeforeEach
    void followsAllNodes() throws Exception {
        touched.poll(null, 0, System.nanoTime());
    }

    @Test
    void isReadOnceUntilItIsTouched() throws Exception {
        use(JAZZ);
        use(JAZZ);
        assertThat(read).containsExactly(JAZZ);

        touched.note(1, List.of("release@brand:7", "model@model:13"));
        use(JAZZ);
        assertThat(read).as("after a write about something else").containsExactly(JAZZ);

        touched.note(2, List.of("brand@brand:7"));
        use(JAZZ);
        use(JAZZ);
        assertThat(read).as("after its brand was changed").containsExactly(JAZZ, JAZZ);
    }

    @Test
    void answerFallsWithItsPartThoughItBeganLaterThanTheWriteOfAnotherNode() throws Exception {
        touched.note(5, List.of("release@release:1"));
        use(JAZZ);
        // Written here, while what another node wrote before is not known yet.
        touched.note(10, List.of("release@release:1"));
        var answer = answer();
        assertThat(answer.holds()).isTrue();

        touched.note(9, List.of("model@model:12"));

        assertThat(answer.holds()).isFalse();
        assertThat(answer().holds()).isTrue();
        assertThat(read).containsExactly(JAZZ, JAZZ);
    }

    @Test
    void takesNoMoreMemoryThanItMay() throws Exception {
        for (long model = 1; model <= 10_000; model++) {
            use(model);
        }
        assertThat(parts.weight()).isBetween(MEMORY / 2, MEMORY);
    }

    private void use(long model) throws Exception {
        followsAllNodes();
        assertThat(parts.of(EntryType.MODEL, Model.class, Set.of(model), this::read))
                .containsOnlyKeys(model);
    }

    private List<Model> read(Collection<Long> ids) {
        read.addAll(ids);
        return ids.stream().map(Model::new).toList();
    }

    /** About a release of the model. */
    @CacheResponse
    private Dependencies answer() throws Exception {
        var reading = DependencyTracker.begin(touched, PartsTest.class.getDeclaredMethod("answer"));
        DependencyTracker.read(EntryType.RELEASE, 1, "saucony-jazz-white");
        use(JAZZ);
        return reading.end(new MultivaluedHashMap<>());
    }
}
