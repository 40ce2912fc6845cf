package dev.solecast.release.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.solecast.forecast.Baseline;
import dev.solecast.forecast.Scoring;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseOutcomeTest {

    private static final LocalDate ASKED_ON = LocalDate.of(2026, 3, 1);

    /** The error of a claimed day is the distance in days, within the 730 days of the score. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2026-03-06, 2026-03-06, 0
            2026-03-06, 2026-03-01, 5
            2026-03-06, 2026-03-16, 10
            2026-03-06, 2026-02-01, 5
            2026-03-06, -,          725
            -,          2026-03-06, 725
            -,          -,          0
            """)
    void errorIsTheDistanceInDays(LocalDate released, LocalDate claimed, double error) {
        var outcome = new ReleaseOutcome(released == null ? ASKED_ON : released, released != null);
        assertThat(outcome.error(new Baseline.Claim(claimed, false), ASKED_ON)).isEqualTo(error);
    }

    @Test
    void cancelledReleaseNeverComes() {
        var cancelled = new ReleaseOutcome(LocalDate.of(2026, 3, 6), false);
        assertThat(cancelled.releasedOn()).isNull();
        assertThat(cancelled.daysFrom(ASKED_ON)).isEqualTo(Scoring.NEVER);
    }

    @Test
    void releaseIsSeenFromTheDayAsked() {
        var released = new ReleaseOutcome(LocalDate.of(2026, 3, 6), true);
        assertThat(released.releasedOn()).isEqualTo("2026-03-06");
        assertThat(released.daysFrom(ASKED_ON)).isEqualTo(5);
    }
}
