package dev.solecast.forecast.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release of a simulated world, from its first rumor to its outcome.
 *
 * @param released the day of first sale; null if it never came
 * @param resolved the day of the outcome: the day of sale, or on which it was given up
 * @param rumors in the order of their days, at least one, all before {@code resolved}
 */
record SimulatedRelease(String name, @Nullable Integer released, int resolved, List<SimulatedRumor> rumors) {
    int firstDay() {
        return rumors.getFirst().said();
    }
}
