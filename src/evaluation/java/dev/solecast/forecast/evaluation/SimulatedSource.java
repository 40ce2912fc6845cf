package dev.solecast.forecast.evaluation;

import java.util.Locale;
import java.util.Random;

/**
 * A source of a simulated world.
 *
 * @param bias the mean error of its dates in days, positive if they are too late
 * @param spread the standard deviation, in days, of its own error for a date 100 days ahead
 * @param speed below 1 for rumors late in the time before a release, above 1 for early ones
 * @param wrong the share of its rumors without any basis
 */
record SimulatedSource(String slug, Trade trade, double bias, double spread, double speed, double wrong) {

    enum Trade {
        BRAND(0, 2, 1, 0.03),
        RETAILER(0, 4, 0.6, 0.15),
        PUBLICATION(-2, 10, 1, 0.30),
        LEAKER(-4, 14, 1.7, 0.38),
        COMMUNITY(-8, 30, 1.5, 0.60);

        final double bias;
        final double spread;
        final double speed;
        final double wrong;

        Trade(double bias, double spread, double speed, double wrong) {
            this.bias = bias;
            this.spread = spread;
            this.speed = speed;
            this.wrong = wrong;
        }
    }

    /** Draws a source of a trade, randomly better or worse than the average. */
    static SimulatedSource drawn(Trade trade, int number, Family family, Random random) {
        double luck = Math.exp(0.6 * random.nextGaussian());
        return new SimulatedSource(
                trade.name().toLowerCase(Locale.ROOT) + "-" + number,
                trade,
                trade == Trade.BRAND ? 0 : trade.bias + 4 * random.nextGaussian(),
                trade.spread * luck,
                trade.speed * Math.exp(0.3 * random.nextGaussian()),
                Math.min(0.9, trade.wrong * Math.sqrt(luck) + (trade == Trade.BRAND ? 0 : family.moreWrong())));
    }
}
