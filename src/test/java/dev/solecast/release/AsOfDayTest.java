package dev.solecast.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.solecast.http.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsOfDayTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2026-11-02, -,          2026-11-02, -
            2026-11-30, 2026-11-30, 2026-11-30, 2026-11-30
            -,          2026-11-02, 2026-11-30, 2026-11-02
            2026-11-09, 2026-11-02, 2026-11-09, 2026-11-02
            2026-11-02, 2026-11-09, 2026-11-02, 2026-11-09
            """)
    void dayLeftOutIsToday(LocalDate asOf, LocalDate recordedBy, LocalDate day, LocalDate limit) {
        assertThat(AsOf.of(asOf, recordedBy, TODAY)).isEqualTo(new AsOf(day, limit));
    }

    @Test
    void withoutEitherDayItIsNoQueryOfThePast() {
        assertThat(AsOf.of(null, null, TODAY)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            2026-12-01 | -          | asOf: 2026-12-01 has not come yet; it is 2026-11-30 in UTC.
            -          | 2026-12-01 | recordedBy: 2026-12-01 has not come yet; it is 2026-11-30 in UTC.
            2026-11-30 | 2027-01-01 | recordedBy: 2027-01-01 has not come yet; it is 2026-11-30 in UTC.
            2027-01-01 | 2027-01-01 | asOf: 2027-01-01 has not come yet; it is 2026-11-30 in UTC.
            """)
    void futureDayIsAProblem(LocalDate asOf, LocalDate recordedBy, String detail) {
        assertThatThrownBy(() -> AsOf.of(asOf, recordedBy, TODAY))
                .isInstanceOf(Problem.class)
                .hasMessage(detail);
    }

    /** A rumor of a month counts from the end of the month, or from the day it was recorded if that came first. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            hypebeast report 2026-11-10                        | 2026-11-09 | -          | false
            hypebeast report 2026-11-10                        | 2026-11-10 | -          | true
            hypebeast report 2026-11-10                        | 2026-11-30 | -          | true
            hypebeast report 2026-10 recorded:2026-11-10       | 2026-10-30 | -          | false
            hypebeast report 2026-10 recorded:2026-11-10       | 2026-10-31 | -          | true
            hypebeast report 2026-11 recorded:2026-11-10       | 2026-11-09 | -          | false
            hypebeast report 2026-11 recorded:2026-11-10       | 2026-11-10 | -          | true
            hypebeast report 2026-11-10 retracted:2026-11-12   | 2026-11-11 | -          | true
            hypebeast report 2026-11-10 retracted:2026-11-12   | 2026-11-12 | -          | false
            hypebeast report 2026-11-10 retracted:2026-11-10   | 2026-11-10 | -          | false
            hypebeast report 2026-06-02 recorded:2026-11-10    | 2026-06-02 | -          | true
            hypebeast report 2026-06-02 recorded:2026-11-10    | 2026-06-02 | 2026-11-09 | false
            hypebeast report 2026-06-02 recorded:2026-11-10    | 2026-06-02 | 2026-11-10 | true
            hypebeast report 2026-06-02 recorded:2026-11-10    | 2026-06-01 | 2026-11-10 | false
            """)
    void rumorCountsIfItWasSaidAndRecordedInTimeAndNotRetracted(
            String rumor, LocalDate day, LocalDate recordedBy, boolean counts) {
        assertThat(new AsOf(day, recordedBy).counts(TestRumors.rumor(1, rumor))).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2026-11-10, 2026-11-10T22:00:00Z, 2026-11-09, -,          false
            2026-11-10, 2026-11-10T22:00:00Z, 2026-11-10, -,          true
            2026-11-10, 2026-11-12T22:00:00Z, 2026-11-10, -,          true
            2026-11-10, 2026-11-12T23:59:59Z, 2026-11-10, 2026-11-11, false
            2026-11-10, 2026-11-12T23:59:59Z, 2026-11-10, 2026-11-12, true
            2026-11-10, 2026-11-13T00:00:00Z, 2026-11-10, 2026-11-12, false
            2026-11-10, 2026-11-12T22:00:00Z, 2026-11-09, 2026-11-12, false
            """)
    void statusChangeCountsIfItHappenedAndWasRecordedInTime(
            LocalDate changed, Instant recordedAt, LocalDate day, LocalDate recordedBy, boolean counts) {
        var change =
                new StatusChange(null, changed, ReleaseStatus.DELAYED, null, "New Balance said so", recordedAt, "Ada");
        assertThat(new AsOf(day, recordedBy).counts(change)).isEqualTo(counts);
    }
}
