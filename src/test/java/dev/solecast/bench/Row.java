package dev.solecast.bench;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of the table.
 *
 * @param value what the target is about
 * @param measured the same for people, and what it comes from
 * @param use null where it was not measured
 */
record Row(
        String what,
        double value,
        String measured,
        Target target,
        @Nullable Use use) {

    /** A bound, and on which side of it a value is to be. */
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

    static Row of(String what, Contest contest, Target target) {
        String measured = String.format(
                Locale.ROOT, "%.2f x (%,.0f/s of %,.0f/s)", contest.ratio(), contest.ours(), contest.limit());
        return new Row(what, contest.ratio(), measured, target, contest.use());
    }

    boolean met() {
        return target.atLeast() ? value >= target.bound() : value <= target.bound();
    }

    /** How far it is on the way to its target; 1 and above is met. */
    double progress() {
        return target.atLeast() ? value / target.bound() : target.bound() / value;
    }
}
