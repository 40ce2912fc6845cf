package dev.solecast.forecast.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The truth about one release: the day it was planned for, as the plan stood on each day.
 *
 * @param moves the day of each decision and the day it set, in order; the first is the original plan
 * @param givenUp the day on which it was dropped, null when it came
 * @param real false for a shoe that nobody ever meant to make
 */
record Plan(int begins, List<Move> moves, @Nullable Integer givenUp, boolean real) {

    /** Four in ten plans move at least once, one in ten twice: nobody publishes the true share, so it is supposed. */
    private static final double[] MOVES_AT_LEAST = {0.4, 0.25};

    record Move(int decided, int day) {}

    static Plan drawn(int begins, Family family, Random chance) {
        boolean real = chance.nextDouble() >= 0.10;
        int day = begins + (int) Math.clamp(180 * Math.exp(0.5 * chance.nextGaussian()), 45, 500);
        List<Move> moves = new ArrayList<>(List.of(new Move(begins, day)));
        for (double share : MOVES_AT_LEAST) {
            if (chance.nextDouble() >= share) {
                break;
            }
            int decided = Math.max(moves.getLast().decided() + 3, day - 2 - chance.nextInt(60));
            day = Math.max(decided + 2, day + slip(family, chance));
            moves.add(new Move(decided, day));
        }
        Integer givenUp = real && chance.nextDouble() < 0.09
                ? Integer.valueOf(begins + 20 + chance.nextInt(Math.max(1, day - begins - 20)))
                : null;
        return new Plan(begins, moves, givenUp, real);
    }

    /** How far a plan moves. Late and about a month in the first family, after the six known cases; any way in the second. */
    private static int slip(Family family, Random chance) {
        double gamma = -12 * (Math.log(1 - chance.nextDouble()) + Math.log(1 - chance.nextDouble()));
        double kind = chance.nextDouble();
        if (family == Family.HOSTILE) {
            double days = kind < 0.15 ? 40 + 4 * gamma : gamma;
            return (int) (chance.nextBoolean() ? days : -days);
        }
        return kind < 0.85 ? 3 + (int) gamma : kind < 0.93 ? 45 + (int) (3 * gamma) : -1 - chance.nextInt(7);
    }

    int on(int day) {
        int planned = moves.getFirst().day();
        for (Move move : moves) {
            if (move.decided() <= day) {
                planned = move.day();
            }
        }
        return planned;
    }

    int last() {
        return moves.getLast().day();
    }

    boolean comes() {
        return real && givenUp == null;
    }
}
