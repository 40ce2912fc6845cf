package dev.solecast.http.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.solecast.http.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SortTest {

    private record Drop(LocalDate day, long id) {}

    private static final Sort.Key<Drop, LocalDate> DAY = Sort.Key.day("r.day", Drop::day);
    private static final Sort.Key<Drop, Long> ID = Sort.Key.number("r.id", Drop::id);

    private static final Drop EARLY = new Drop(LocalDate.of(2027, 3, 6), 7);
    private static final Drop SAME_DAY = new Drop(LocalDate.of(2027, 3, 6), 10);
    private static final Drop LATE = new Drop(LocalDate.of(2027, 5, 1), 2);

    @Test
    void keysDecideInTheirOrder() {
        assertThat(Stream.of(LATE, SAME_DAY, EARLY)
                        .sorted(Sort.ascending(DAY, ID).comparator()))
                .containsExactly(EARLY, SAME_DAY, LATE);
        assertThat(Stream.of(SAME_DAY, LATE, EARLY)
                        .sorted(Sort.descending(DAY, ID).comparator()))
                .containsExactly(LATE, SAME_DAY, EARLY);
        assertThat(Sort.descending(DAY, ID).orderBy()).isEqualTo("r.day desc, r.id desc");
    }

    /** A page starts after the last row of the previous page, in any order. */
    @Test
    void rowIsAfterAllRowsThatTheComparatorPutsBeforeIt() {
        for (var sort : List.of(Sort.ascending(DAY, ID), Sort.descending(DAY, ID))) {
            for (var row : List.of(EARLY, SAME_DAY, LATE)) {
                for (var last : List.of(EARLY, SAME_DAY, LATE)) {
                    assertThat(sort.isAfter(row, sort.keysOf(last)))
                            .as("%s after %s", row, last)
                            .isEqualTo(sort.comparator().compare(row, last) > 0);
                }
            }
        }
    }

    @Test
    void keysThatDoNotFitAreDamage() {
        var sort = Sort.ascending(DAY, ID);
        assertThatThrownBy(() -> sort.isAfter(EARLY, List.of("2027-03-06"))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> sort.isAfter(EARLY, List.of("2027-02-30", "7")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> sort.isAfter(EARLY, List.of("2027-03-06", "seven")))
                .isInstanceOf(Problem.class);
    }
}
