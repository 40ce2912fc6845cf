package dev.solecast.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * The service and a limit, asked by turns.
 *
 * @param ours the median of its rounds, answers a second
 * @param limit the median of the limit's rounds
 */
record Contest(double ours, double limit, Use use) {

    static final Duration ROUND = Duration.ofSeconds(2);

    private static final int ROUNDS = 3;

    static Contest between(Service service, DoubleSupplier ours, DoubleSupplier limit) {
        double[] us = new double[ROUNDS];
        double[] them = new double[ROUNDS];
        double cores = 0;
        long megabytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var meter = new Use.Meter(service.child());
            us[round] = ours.getAsDouble();
            var use = meter.read();
            cores += use.cores() / ROUNDS;
            megabytes = use.megabytes();
            them[round] = limit.getAsDouble();
        }
        return new Contest(median(us), median(them), new Use(cores, megabytes));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    double ratio() {
        return ours / limit;
    }
}
