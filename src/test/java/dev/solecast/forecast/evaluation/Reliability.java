package dev.solecast.forecast.evaluation;

/** Of the releases that had a chance between this and that, how many came. */
final class Reliability {
    private final double[] told = new double[10];
    private final double[] came = new double[10];
    private final int[] n = new int[10];

    void add(double happens, boolean happened) {
        int i = Math.min(9, (int) (happens * 10));
        told[i] += happens;
        came[i] += happened ? 1 : 0;
        n[i]++;
    }

    void add(Reliability other) {
        for (int i = 0; i < n.length; i++) {
            told[i] += other.told[i];
            came[i] += other.came[i];
            n[i] += other.n[i];
        }
    }

    int n(int tenth) {
        return n[tenth];
    }

    double told(int tenth) {
        return told[tenth] / n[tenth];
    }

    double came(int tenth) {
        return came[tenth] / n[tenth];
    }
}
