package dev.solecast.forecast;

/**
 * What one voice says about the day: a chance for each day from the one on which it spoke. Days count from 1970-01-01.
 * Moves are geometric, the exponential of whole days, so that a day follows from its neighbor and fifty voices take
 * well under a millisecond.
 */
final class DayDistribution {

    /** What is still to be moved, when it is too little to matter. */
    private static final double GONE = 1e-12;

    private final int first;
    private final double[] chance;
    /** Past this index all chances are 0. */
    private int length;
    /** What all chances sum to, before they are scaled to 1 where they are read. */
    private double total;

    private DayDistribution(int first, int end) {
        this.first = first;
        this.chance = new double[end - first];
    }

    /**
     * Uniform over the window, then moved by the slip: on time, late (two steps, so that the likeliest move is not
     * none), early, or, when the source did not know, far off in either direction. Nothing falls before {@code first}.
     *
     * @param from the window's first day, not before {@code first}
     * @param to its last, before {@code end}
     */
    static DayDistribution around(int from, int to, Reliability expected, int first, int end) {
        DayDistribution curve = new DayDistribution(first, end);
        double each = 1.0 / (to - from + 1);
        curve.addLater(from, to, each, expected);
        curve.addEarlier(from, to, each, expected);
        return curve;
    }

    /** No window: the kind's usual lag in two steps, counted from {@code from}. */
    static DayDistribution lagging(int from, double lagDays, int first, int end) {
        DayDistribution curve = new DayDistribution(first, end);
        Reliability always = new Reliability(1, 0, 1, lagDays, 0, 1, 0, 1, lagDays);
        curve.addLater(from, from, 1, always);
        return curve;
    }

    private void addLater(int from, int to, double each, Reliability expected) {
        double step = stay(expected.lateDays() / 2);
        double farStep = stay(expected.farDays());
        double onTime = expected.onTime();
        double late = expected.late();
        double far = expected.far() / 2;
        double once = 0;
        double twice = 0;
        double wide = 0;
        int last = to - first;
        double sum = 0;
        int i = from - first;
        for (; i < chance.length && (i <= last || once + twice > GONE); i++) {
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
        for (; i < chance.length && far * wide > GONE; i++) {
            double strayed = farStep * wide;
            wide -= strayed;
            chance[i] = far * strayed;
            sum += chance[i];
        }
        length = i;
        total = sum;
    }

    private void addEarlier(int from, int to, double each, Reliability expected) {
        double step = stay(expected.earlyDays());
        double farStep = stay(expected.farDays());
        double early = expected.early();
        double far = expected.far() / 2;
        double near = 0;
        double wide = 0;
        int start = from - first;
        for (int i = to - first; i >= 0 && (i >= start || near + wide > GONE); i--) {
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

    /** The share of what waits that comes each day, for a mean wait in days. */
    private static double stay(double mean) {
        return 1 / (1 + mean);
    }

    /** The share left on and after {@code day}: what a voice that has waited so long still has to say. */
    double left(int day) {
        int passed = Math.clamp(day - first, 0, length);
        double gone = sum(0, passed) / total;
        return gone < 0.99 ? 1 - gone : sum(passed, length) / total;
    }

    private double sum(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += chance[i];
        }
        return sum;
    }

    /** The first day that it no longer covers. */
    int end() {
        return first + chance.length;
    }

    /** Adds its days from {@code from} on, which is not before its first, to those of a sum that starts there. */
    void addTo(double[] sum, int from, double weight) {
        int skipped = from - first;
        double scaled = weight / total;
        for (int i = skipped; i < length; i++) {
            sum[i - skipped] += scaled * chance[i];
        }
    }
}
