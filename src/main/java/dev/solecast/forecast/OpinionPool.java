package dev.solecast.forecast;

import dev.solecast.date.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Combines opinions in a linear opinion pool, as sources that read each other are not independent. */
final class OpinionPool {

    /** The mass at the far end below which a distribution is cut off, to keep its stored form small. */
    private static final double NEGLIGIBLE = 1e-7;

    private OpinionPool() {}

    /** The opinions of these origins, in their order. */
    static List<Opinion> opinions(List<Origin> origins, Records records) {
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

    /** The end of the range: two horizons after the newest rumor, and one after the last window. */
    private static int end(List<Origin> origins, int newest) {
        long last = origins.stream()
                .map(origin -> origin.representative().window())
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

    /** The share of each opinion in the day distribution, summing to 1; cancellations get none unless all cancel. */
    static double[] shares(List<Opinion> opinions) {
        boolean allCancel =
                opinions.stream().allMatch(opinion -> opinion.origin().cancels());
        double[] shares = opinions.stream()
                .mapToDouble(opinion -> allCancel || !opinion.origin().cancels() ? opinion.weight() : 0)
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

    /** Pools the opinions into a distribution that starts on {@code newest}, the day of the newest rumor. */
    static DateDistribution pool(List<Opinion> opinions, LocalDate newest) {
        double[] shares = shares(opinions);
        int first = Math.toIntExact(newest.toEpochDay());
        double[] chances = new double[opinions.getFirst().distribution().end() - first];
        boolean dated = false;
        for (int i = 0; i < shares.length; i++) {
            Opinion opinion = opinions.get(i);
            if (shares[i] > 0) {
                opinion.distribution().addTo(chances, first, shares[i] / opinion.remaining());
                dated |= opinion.dated();
            }
        }
        return DateDistribution.of(comes(opinions), newest, trimmed(chances), dated);
    }

    /** The best chance, and a little of each further one; if all opinions cancel, the product of their chances. */
    private static double comes(List<Opinion> opinions) {
        double best = 0;
        double never = 1;
        double denied = 1;
        for (Opinion opinion : opinions) {
            if (opinion.origin().cancels()) {
                denied *= opinion.comes();
            } else {
                best = Math.max(best, opinion.comes());
                never *= 1 - Parameters.FURTHER_ORIGIN * opinion.comes();
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
        double[] scaled = new double[length];
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += chances[i];
        }
        for (int i = 0; i < length; i++) {
            scaled[i] = chances[i] / sum;
        }
        return scaled;
    }
}
