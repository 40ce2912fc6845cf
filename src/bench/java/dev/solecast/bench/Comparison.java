package dev.solecast.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * The throughput of the service and of a limit, measured in turns.
 *
 * @param ours the median of the service's rounds, in responses a second
 * @param limit the median of the limit's rounds
 */
record Comparison(double ours, double limit, ResourceUse use) {

    static final Duration ROUND = Duration.ofSeconds(2);

    private static final int ROUNDS = 3;

    static Comparison between(Service service, DoubleSupplier ours, DoubleSupplier limit) {
        double[] ourRates = new double[ROUNDS];
        double[] limitRates = new double[ROUNDS];
        double cores = 0;
        long megabytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var meter = new ResourceUse.Meter(service.child());
            ourRates[round] = ours.getAsDouble();
            var use = meter.read();
            cores += use.cores() / ROUNDS;
            megabytes = use.megabytes();
            limitRates[round] = limit.getAsDouble();
        }
        return new Comparison(median(ourRates), median(limitRates), new ResourceUse(cores, megabytes));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    double ratio() {
        return ours / limit;
    }
}
