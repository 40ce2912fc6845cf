package dev.solecast.bench;

import java.util.List;
import java.util.SplittableRandom;

/** Random choices, the same for the same seed. */
final class SeededRandom {

    private final SplittableRandom random;

    SeededRandom(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean in(double share) {
        return random.nextDouble() < share;
    }

    /** A number from 0, inclusive, to the bound, exclusive. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
