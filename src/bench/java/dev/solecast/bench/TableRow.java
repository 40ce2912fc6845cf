package dev.solecast.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table.
 *
 * @param value the measured value, in the unit of the target
 * @param measured the value and its origin, for people
 * @param use null where it was not measured
 */
record TableRow(
        String what,
        double value,
        String measured,
        Target target,
        @Nullable ResourceUse use) {

    /** A lower or upper bound of a value. */
    record Target(double bound, boolean atLeast, String words) {

        static Target atLeast(double bound, String of) {
            return new Target(
                    bound,
                    true,
                    String.format(Locale.ROOT, "at least %.2f x %s", bound, of).replace("0 x", " x"));
        }

        static Target atMost(double bound, String unit) {
            return new Target(bound, false, String.format(Locale.ROOT, "at most %s %s", number(bound), unit));
        }

        private static String number(double bound) {
            return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
        }
    }

    static TableRow of(String what, Comparison comparison, Target target) {
        String measured = String.format(
                Locale.ROOT, "%.2f x (%,.0f/s of %,.0f/s)", comparison.ratio(), comparison.ours(), comparison.limit());
        return new TableRow(what, comparison.ratio(), measured, target, comparison.use());
    }

    boolean met() {
        return target.atLeast() ? value >= target.bound() : value <= target.bound();
    }

    /** The progress towards the target; it is met from 1 on. */
    double progress() {
        return target.atLeast() ? value / target.bound() : target.bound() / value;
    }
}
