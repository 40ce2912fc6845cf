package dev.solecast.forecast.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SimulatedWorldTest {
    private static final List<SimulatedRelease> RELEASES = LongStream.rangeClosed(1, 20)
            .boxed()
            .flatMap(seed -> SimulatedWorld.drawn(Family.SUPPOSED, seed).releases().stream())
            .toList();

    @Test
    void threeInTenDatedRumorsAreWrong() {
        double wrong = RELEASES.stream()
                .flatMap(release -> release.rumors().stream())
                .filter(rumor -> rumor.span() != null)
                .mapToInt(rumor -> rumor.wrong() ? 1 : 0)
                .average()
                .orElseThrow();

        assertThat(wrong).isCloseTo(0.30, within(0.02));
    }

    @Test
    void someReleasesNeverCome() {
        double neverReleased = RELEASES.stream()
                .mapToInt(release -> release.released() == null ? 1 : 0)
                .average()
                .orElseThrow();

        assertThat(neverReleased).isBetween(0.12, 0.2);
    }

    @Test
    void sameSeedGivesTheSameWorld() {
        assertThat(SimulatedWorld.drawn(Family.HOSTILE, 7)).isEqualTo(SimulatedWorld.drawn(Family.HOSTILE, 7));
        assertThat(SimulatedWorld.drawn(Family.HOSTILE, 7)).isNotEqualTo(SimulatedWorld.drawn(Family.HOSTILE, 8));
    }

    @Test
    void nobodySpeaksOfAReleaseOnceItIsResolved() {
        assertThat(RELEASES)
                .allSatisfy(release -> assertThat(release.rumors())
                        .isNotEmpty()
                        .allSatisfy(rumor -> assertThat(rumor.said()).isLessThan(release.resolved())));
    }
}
