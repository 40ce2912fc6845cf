package dev.solecast.forecast;

/**
 * The day distribution of one opinion: a chance for each day from the day of its rumor on. Days count from 1970-01-01.
 * Slips are geometric, the exponential of whole days, so that each day follows from its neighbor and fifty opinions
 * take well under a millisecond.
 */
final class DayDistribution {

    /** Mass still to be moved that is too small to matter. */
    private static final double NEGLIGIBLE = 1e-12;

    private final int first;
    private final double[] chance;
    /** The index from which on all chances are 0. */
    private int length;
    /** The sum of all chances, by which they are divided when they are read. */
    private double total;

    private DayDistribution(int first, int end) {
        this.first = first;
        this.chance = new double[end - first];
    }

    /**
     * Builds a distribution that is uniform over the window, then moved by the slip: on time, late (in two steps, so
     * that the likeliest delay is not zero), early, or, when the source did not know, far off in either direction. No
     * chance lies before {@code first}.
     *
     * @param from the window's first day, not before {@code first}
     * @param to the window's last day, before {@code end}
     */
    static DayDistribution around(int from, int to, Reliability reliability, int first, int end) {
        DayDistribution distribution = new DayDistribution(first, end);
        double each = 1.0 / (to - from + 1);
        distribution.addLater(from, to, each, reliability);
        distribution.addEarlier(from, to, each, reliability);
        return distribution;
    }

    /** Builds the distribution of a rumor without a window: the usual lag in two steps, counted from {@code from}. */
    static DayDistribution lagging(int from, double lagDays, int first, int end) {
        DayDistribution distribution = new DayDistribution(first, end);
        Reliability always = new Reliability(1, 0, 1, lagDays, 0, 1, 0, 1, lagDays);
        distribution.addLater(from, from, 1, always);
        return distribution;
    }

    private void addLater(int from, int to, double each, Reliability reliability) {
        double step = hazard(reliability.lateDays() / 2);
        double farStep = hazard(reliability.farDays());
        double onTime = reliability.onTime();
        double late = reliability.late();
        double far = reliability.far() / 2;
        double once = 0;
        double twice = 0;
        double wide = 0;
        int last = to - first;
        double sum = 0;
        int i = from - first;
        for (; i < chance.length && (i <= last || once + twice > NEGLIGIBLE); i++) {
            double planned = i <= last ? each : 0;
            once += planned;
            double moved = step * once;
            once -= moved;
            twice += moved;
            double arrived = step * twice;
            twice -= arrived;
            wide += planned;
            double strayed = farStep * wide;
            wide -= strayed;
            chance[i] = onTime * planned + late * arrived + far * strayed;
            sum += chance[i];
        }
        for (; i < chance.length && far * wide > NEGLIGIBLE; i++) {
            double strayed = farStep * wide;
            wide -= strayed;
            chance[i] = far * strayed;
            sum += chance[i];
        }
        length = i;
        total = sum;
    }

    private void addEarlier(int from, int to, double each, Reliability reliability) {
        double step = hazard(reliability.earlyDays());
        double farStep = hazard(reliability.farDays());
        double early = reliability.early();
        double far = reliability.far() / 2;
        double near = 0;
        double wide = 0;
        int start = from - first;
        for (int i = to - first; i >= 0 && (i >= start || near + wide > NEGLIGIBLE); i--) {
            double planned = i >= start ? each : 0;
            near += planned;
            double arrived = step * near;
            near -= arrived;
            wide += planned;
            double strayed = farStep * wide;
            wide -= strayed;
            double sum = early * arrived + far * strayed;
            chance[i] += sum;
            total += sum;
        }
    }

    /** The share of the waiting mass that arrives each day, the hazard of a geometric wait, for a mean wait in days. */
    private static double hazard(double mean) {
        return 1 / (1 + mean);
    }

    /** The probability mass on and after {@code day}. */
    double massFrom(int day) {
        int passed = Math.clamp(day - first, 0, length);
        double passedMass = sum(0, passed) / total;
        return passedMass < 0.99 ? 1 - passedMass : sum(passed, length) / total;
    }

    private double sum(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += chance[i];
        }
        return sum;
    }

    /** The first day past its range. */
    int end() {
        return first + chance.length;
    }

    /** Adds its chances from {@code from} on, not before its first day, weighted, to a sum that starts there. */
    void addTo(double[] sum, int from, double weight) {
        int skipped = from - first;
        double scaled = weight / total;
        for (int i = skipped; i < length; i++) {
            sum[i - skipped] += scaled * chance[i];
        }
    }
}
