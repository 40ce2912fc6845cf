package dev.solecast.forecast;

import dev.solecast.date.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Joins the voices into one belief: a linear pool, since sources that read each other are not independent. */
final class OpinionPool {

    /** Shares of the belief below this, at its far end, are cut off to keep what is stored small. */
    private static final double NEGLIGIBLE = 1e-7;

    private OpinionPool() {}

    /** In the order of the origins; voices that only cancel speak of no day unless there are no others. */
    static List<Opinion> voices(List<Origin> origins, Records records) {
        int first = (int) origins.stream()
                .mapToLong(origin -> origin.first().saidOn().toEpochDay())
                .min()
                .orElseThrow();
        int newest = (int) origins.stream()
                .mapToLong(origin -> origin.newest().saidOn().toEpochDay())
                .max()
                .orElseThrow();
        int end = end(origins, newest);
        return origins.stream()
                .map(origin -> Opinion.of(origin, origins, records, newest, newest - first, end))
                .toList();
    }

    /** Late enough for two years of forecasts in the two years after the newest rumor, and after the last window. */
    private static int end(List<Origin> origins, int newest) {
        long last = origins.stream()
                .map(origin -> origin.speaks().window())
                .filter(Objects::nonNull)
                .flatMap(OpinionPool::bounds)
                .mapToLong(LocalDate::toEpochDay)
                .max()
                .orElse(newest);
        long wanted = Math.max(newest + 2L * Parameters.HORIZON_DAYS, last + Parameters.HORIZON_DAYS);
        return Math.toIntExact(Math.min(wanted, (long) newest + Parameters.LONGEST_DAYS));
    }

    private static Stream<LocalDate> bounds(Window window) {
        return Stream.of(window.earliest(), window.latest()).filter(Objects::nonNull);
    }

    /** The share that each voice has in the day, summing to 1. */
    static double[] shares(List<Opinion> voices) {
        boolean onlyCancelled = voices.stream().allMatch(voice -> voice.origin().cancels());
        double[] shares = voices.stream()
                .mapToDouble(voice -> onlyCancelled || !voice.origin().cancels() ? voice.weight() : 0)
                .toArray();
        double total = 0;
        for (double share : shares) {
            total += share;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= total;
        }
        return shares;
    }

    static DateDistribution belief(List<Opinion> voices, LocalDate newest) {
        double[] shares = shares(voices);
        int first = Math.toIntExact(newest.toEpochDay());
        double[] chances = new double[voices.getFirst().curve().end() - first];
        boolean dated = false;
        for (int i = 0; i < shares.length; i++) {
            Opinion voice = voices.get(i);
            if (shares[i] > 0) {
                voice.curve().addTo(chances, first, shares[i] / voice.left());
                dated |= voice.dated();
            }
        }
        return DateDistribution.of(comes(voices), newest, trimmed(chances), dated);
    }

    /** The best chance, and a little of each further one; with nobody left to say that it comes, what the denials leave. */
    private static double comes(List<Opinion> voices) {
        double best = 0;
        double never = 1;
        double denied = 1;
        for (Opinion voice : voices) {
            if (voice.origin().cancels()) {
                denied *= voice.comes();
            } else {
                best = Math.max(best, voice.comes());
                never *= 1 - Parameters.FURTHER_ORIGIN * voice.comes();
            }
        }
        return best == 0 ? denied : 1 - (1 - best) * never / (1 - Parameters.FURTHER_ORIGIN * best);
    }

    private static double[] trimmed(double[] chances) {
        int length = chances.length;
        double beyond = 0;
        while (length > 1 && beyond + chances[length - 1] < NEGLIGIBLE) {
            length--;
            beyond += chances[length];
        }
        double[] kept = new double[length];
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += chances[i];
        }
        for (int i = 0; i < length; i++) {
            kept[i] = chances[i] / sum;
        }
        return kept;
    }
}
