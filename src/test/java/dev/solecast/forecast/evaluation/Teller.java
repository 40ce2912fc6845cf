package dev.solecast.forecast.evaluation;

import java.util.Locale;
import java.util.Random;

/**
 * A source of an invented world.
 *
 * @param bias days by which its dates are off on average, positive when it names them late
 * @param spread days, one standard deviation of its own error on a date 100 days away
 * @param speed how early it speaks: below 1 late in a release's life, above 1 early
 * @param wrong the share of its rumors that it had from nowhere
 */
record Teller(String slug, Trade trade, double bias, double spread, double speed, double wrong) {

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

    /** One of its trade, better or worse than the others as chance has it. */
    static Teller born(Trade trade, int number, Family family, Random chance) {
        double luck = Math.exp(0.6 * chance.nextGaussian());
        return new Teller(
                trade.name().toLowerCase(Locale.ROOT) + "-" + number,
                trade,
                trade == Trade.BRAND ? 0 : trade.bias + 4 * chance.nextGaussian(),
                trade.spread * luck,
                trade.speed * Math.exp(0.3 * chance.nextGaussian()),
                Math.min(0.9, trade.wrong * Math.sqrt(luck) + (trade == Trade.BRAND ? 0 : family.moreWrong())));
    }
}
