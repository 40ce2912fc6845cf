package dev.solecast.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoringTest {

    @Test
    void certainDayIsScoredByItsError() {
        double[] certain = new double[730];
        certain[20] = 1;

        assertThat(Scoring.crps(certain, 27)).isEqualTo(7);
        assertThat(Scoring.crps(20, 27)).isEqualTo(7);
        assertThat(Scoring.crps(certain, Scoring.NEVER)).isEqualTo(710).isEqualTo(Scoring.crps(20, Scoring.NEVER));
        assertThat(Scoring.crps(Scoring.NEVER, 27)).isEqualTo(703);
    }

    @Test
    void spreadChancesCostLessThanACertainMiss() {
        double[] spread = {0.25, 0.25, 0.25, 0.25};

        assertThat(Scoring.crps(spread, 3)).isCloseTo(0.0625 + 0.25 + 0.5625, within(1e-12));
    }

    @Test
    void brierIsTheSquaredMiss() {
        assertThat(Scoring.brier(0.8, true)).isCloseTo(0.04, within(1e-12));
        assertThat(Scoring.brier(0.8, false)).isCloseTo(0.64, within(1e-12));
    }

    @Test
    void pitOfCalibratedChancesIsUniform() {
        double[] chances = {0.1, 0.0, 0.6, 0.1};
        Random random = new Random(5);
        int inner = 0;
        for (int i = 0; i < 20_000; i++) {
            double drawn = random.nextDouble();
            int outcome = drawn < 0.1 ? 0 : drawn < 0.7 ? 2 : drawn < 0.8 ? 3 : Scoring.NEVER;
            double pit = Scoring.pit(chances, outcome, random);
            inner += pit > 0.25 && pit < 0.75 ? 1 : 0;
        }

        assertThat(inner / 20_000.0).isCloseTo(0.5, within(0.015));
    }

    @Test
    void shareHasItsWilsonInterval() {
        Share share = Share.of(8, 10);

        assertThat(share.from()).isCloseTo(0.490, within(0.001));
        assertThat(share.to()).isCloseTo(0.943, within(0.001));
        assertThatThrownBy(() -> Share.of(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void medianSlipHasAnIntervalFromSixOn() {
        assertThat(MedianSlip.of(List.of(3L, -1L, 20L, 4L, 9L))).isEqualTo(new MedianSlip(5, 4, null, null));
        assertThat(MedianSlip.of(List.of(-1L, 21L, 35L, 18L, 21L, 31L))).isEqualTo(new MedianSlip(6, 21, -1L, 35L));
        assertThat(MedianSlip.of(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L))).isEqualTo(new MedianSlip(9, 5, 2L, 8L));
    }
}
