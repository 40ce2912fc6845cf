package dev.solecast.forecast;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeanTest {

    @Test
    void meanHasStudentsInterval() {
        // 2, 4, 4, 5, 7, 8: mean 5, variance 4.8; t with 5 degrees of freedom is 2.571
        Mean mean = Mean.of(6, 30, 174);

        assertThat(mean.value()).isEqualTo(5);
        assertThat(requireNonNull(mean.from())).isCloseTo(5 - 2.571 * Math.sqrt(4.8 / 6), within(0.01));
        assertThat(requireNonNull(mean.to())).isCloseTo(5 + 2.571 * Math.sqrt(4.8 / 6), within(0.01));
    }

    @Test
    void fewerThanSixHaveNoInterval() {
        assertThat(Mean.of(5, 20, 100)).isEqualTo(new Mean(5, 4, null, null));
    }

    @Test
    void halfTheErrorEveryTimeIsASkillOfOneHalf() {
        // x is 1 to 6, y twice that
        Mean skill = requireNonNull(Mean.skill(6, 21, 42, 91, 182, 364));

        assertThat(skill.value()).isEqualTo(0.5);
        assertThat(requireNonNull(skill.from())).isCloseTo(0.5, within(1e-9));
        assertThat(requireNonNull(skill.to())).isCloseTo(0.5, within(1e-9));
        assertThat(Mean.skill(6, 1, 0, 1, 0, 0)).isNull();
    }

    @Test
    void groupsWidenTheIntervalOfAShare() {
        Share each = Share.of(30, 40);
        Share grouped = Share.of(30, 40, 10);

        assertThat(grouped.share()).isEqualTo(each.share());
        assertThat(grouped.to() - grouped.from()).isGreaterThan(1.7 * (each.to() - each.from()));
    }
}
