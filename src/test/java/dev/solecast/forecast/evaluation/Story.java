package dev.solecast.forecast.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One release of an invented world, from the first rumor to what came of it.
 *
 * @param released the day of first sale, null when it never came
 * @param resolved the day on which everybody knew: the day of sale, or of giving up
 * @param tellings in the order in which they were said, at least one, all before {@code resolved}
 */
record Story(String release, @Nullable Integer released, int resolved, List<Telling> tellings) {
    int begins() {
        return tellings.getFirst().said();
    }
}
