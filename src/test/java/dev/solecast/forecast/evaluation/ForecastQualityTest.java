package dev.solecast.forecast.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A short form of {@code make evaluate}: fewer worlds, and the same targets with slack for chance. */
class ForecastQualityTest {

    @ParameterizedTest
    @EnumSource(Family.class)
    void forecastBeatsTheBaselinesAndIsCalibrated(Family family) {
        MethodComparison comparison = new MethodComparison(family, LongStream.rangeClosed(1, 2));
        Score score = Score.sum(LongStream.rangeClosed(201, 203)
                .mapToObj(seed -> comparison.in(SimulatedWorld.drawn(family, seed)))
                .toList());

        List<Integer> far = FamilyReport.FAR_LEADS;
        assertThat(score.forecast(far)).isLessThan(0.85 * score.bestPlain(far));
        assertThat(score.forecast(far)).isLessThan(0.97 * score.bestDressed(far));
        assertThat(score.forecast(far)).isLessThan(score.bestDressedByDistance(far));
        for (int lead : List.of(14, 7, 1)) {
            assertThat(score.forecast(List.of(lead)))
                    .isLessThan(
                            Math.max(1.03 * score.bestDressed(List.of(lead)), 0.5 + score.bestDressed(List.of(lead))));
        }
        double slack = family == Family.SUPPOSED ? 0.04 : 0.08;
        assertThat(score.evenSteps.within50()).isBetween(0.5 - slack, 0.5 + slack);
        assertThat(score.evenSteps.within80()).isBetween(0.8 - slack, 0.8 + slack);
        ReliabilityTable happens = score.happens;
        assertThat(happens.came(9)).isBetween(happens.predicted(9) - 0.05, happens.predicted(9) + 0.05);
        assertThat(happens.came(8)).isBetween(happens.predicted(8) - 0.08, happens.predicted(8) + 0.08);
        assertThat(happens.came(0)).isLessThan(0.1);
    }
}
