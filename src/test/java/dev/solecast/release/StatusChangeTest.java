package dev.solecast.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A later record about an earlier day replaces everything after that day. */
class StatusChangeTest {

    /** Changes are written as day of November 2026 and status, in the order in which they were recorded. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3 confirmed                            | 3 confirmed
            3 confirmed, 9 delayed                 | 3 confirmed, 9 delayed
            3 confirmed, 9 delayed, 14 released    | 3 confirmed, 9 delayed, 14 released
            9 delayed, 3 confirmed                 | 3 confirmed
            3 confirmed, 14 released, 9 cancelled  | 3 confirmed, 9 cancelled
            3 confirmed, 3 delayed                 | 3 confirmed, 3 delayed
            14 released, 9 cancelled, 20 rumored   | 9 cancelled, 20 rumored
            """)
    void recordsInForceAreThoseThatNoLaterRecordReplaced(String recorded, String inForce) {
        assertThat(StatusChange.inForce(changes(recorded)).stream()
                        .map(change -> change.day().getDayOfMonth() + " "
                                + change.status().wireName()))
                .containsExactly(inForce.split(", "));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-09, false", "2026-11-10, true", "2026-11-11, true"})
    void recordIsKnownFromTheEndOfItsDay(LocalDate day, boolean known) {
        assertThat(changes("3 confirmed").getFirst().isRecordedBy(day)).isEqualTo(known);
    }

    private static List<StatusChange> changes(String recorded) {
        var all = recorded.split(", ");
        return IntStream.range(0, all.length)
                .mapToObj(i -> change(i, all[i].split(" ")))
                .toList();
    }

    private static StatusChange change(long id, String... dayAndStatus) {
        var status = Arrays.stream(ReleaseStatus.values())
                .filter(each -> each.wireName().equals(dayAndStatus[1]))
                .findFirst()
                .orElseThrow();
        return Ids.give(
                new StatusChange(
                        null,
                        LocalDate.of(2026, 11, Integer.parseInt(dayAndStatus[0])),
                        status,
                        null,
                        "Mizuno said so",
                        Instant.parse("2026-11-10T22:00:00Z"),
                        "Ada"),
                id);
    }
}
