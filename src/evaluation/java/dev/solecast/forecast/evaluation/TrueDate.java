package dev.solecast.forecast.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The truth about one release: its planned day, as of each day.
 *
 * @param moves the day of each decision and the planned day that it set, in order; the first is the original plan
 * @param givenUp the day on which it was dropped; null if it was not
 * @param real false for a shoe that was never planned
 */
record TrueDate(int firstDay, List<Move> moves, @Nullable Integer givenUp, boolean real) {

    /** Four in ten plans move at least once, one in ten twice: assumptions, because no true share is published. */
    private static final double[] MOVES_AT_LEAST = {0.4, 0.25};

    record Move(int decided, int day) {}

    static TrueDate drawn(int firstDay, Family family, Random random) {
        boolean real = random.nextDouble() >= 0.10;
        int day = firstDay + (int) Math.clamp(180 * Math.exp(0.5 * random.nextGaussian()), 45, 500);
        List<Move> moves = new ArrayList<>(List.of(new Move(firstDay, day)));
        for (double share : MOVES_AT_LEAST) {
            if (random.nextDouble() >= share) {
                break;
            }
            int decided = Math.max(moves.getLast().decided() + 3, day - 2 - random.nextInt(60));
            day = Math.max(decided + 2, day + slip(family, random));
            moves.add(new Move(decided, day));
        }
        Integer givenUp = real && random.nextDouble() < 0.09
                ? Integer.valueOf(firstDay + 20 + random.nextInt(Math.max(1, day - firstDay - 20)))
                : null;
        return new TrueDate(firstDay, moves, givenUp, real);
    }

    /** Draws a move in days: mostly late, as in the six known cases; for the hostile family in both directions. */
    private static int slip(Family family, Random random) {
        double gamma = -12 * (Math.log(1 - random.nextDouble()) + Math.log(1 - random.nextDouble()));
        double kind = random.nextDouble();
        if (family == Family.HOSTILE) {
            double days = kind < 0.15 ? 40 + 4 * gamma : gamma;
            return (int) (random.nextBoolean() ? days : -days);
        }
        return kind < 0.85 ? 3 + (int) gamma : kind < 0.93 ? 45 + (int) (3 * gamma) : -1 - random.nextInt(7);
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
