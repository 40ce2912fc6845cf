package dev.solecast.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.date.Window;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpcomingGroupTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            RUMORED,   2026-11-30,  DATED
            RUMORED,   2026-11-29,  OVERDUE
            RUMORED,   2026-11,     DATED
            RUMORED,   2026-10,     OVERDUE
            CONFIRMED, 2027,        DATED
            DELAYED,   2026-09/..,  DATED
            DELAYED,   ../2026-09,  OVERDUE
            RUMORED,   -,           UNDATED
            RELEASED,  2026-11-30,  -
            CANCELLED, 2027,        -
            CANCELLED, -,           -
            """)
    void groupFollowsFromStatusAndWindow(ReleaseStatus status, String window, UpcomingGroup group) {
        var date = window == null ? null : Window.parse(window);
        assertThat(UpcomingGroup.of(status, date, TODAY)).isEqualTo(group);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"DATED, 0", "OVERDUE, 1", "UNDATED, 2", "-, 3"})
    void groupsAreListedInThisOrder(UpcomingGroup group, long rank) {
        assertThat(UpcomingGroup.rankOf(group)).isEqualTo(rank);
    }
}
