package dev.solecast.bench;

import java.util.List;
import java.util.SplittableRandom;

/** Decides what is left to chance, the same for the same seed. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean in(double share) {
        return random.nextDouble() < share;
    }

    /** From 0 up to, but not including, the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
