package dev.solecast.forecast.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WorldTest {
    private static final List<Story> STORIES = LongStream.rangeClosed(1, 20)
            .boxed()
            .flatMap(seed -> World.drawn(Family.SUPPOSED, seed).stories().stream())
            .toList();

    @Test
    void threeInTenDatedRumorsAreWrong() {
        double wrong = STORIES.stream()
                .flatMap(story -> story.tellings().stream())
                .filter(telling -> telling.span() != null)
                .mapToInt(telling -> telling.wrong() ? 1 : 0)
                .average()
                .orElseThrow();

        assertThat(wrong).isCloseTo(0.30, within(0.02));
    }

    @Test
    void someReleasesNeverCome() {
        double lost = STORIES.stream()
                .mapToInt(story -> story.released() == null ? 1 : 0)
                .average()
                .orElseThrow();

        assertThat(lost).isBetween(0.12, 0.2);
    }

    @Test
    void oneSeedGivesOneWorld() {
        assertThat(World.drawn(Family.HOSTILE, 7)).isEqualTo(World.drawn(Family.HOSTILE, 7));
        assertThat(World.drawn(Family.HOSTILE, 7)).isNotEqualTo(World.drawn(Family.HOSTILE, 8));
    }

    @Test
    void nobodySpeaksOfAReleaseOnceItIsResolved() {
        assertThat(STORIES)
                .allSatisfy(story -> assertThat(story.tellings())
                        .isNotEmpty()
                        .allSatisfy(telling -> assertThat(telling.said()).isLessThan(story.resolved())));
    }
}
