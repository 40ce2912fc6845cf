package dev.solecast.forecast.evaluation;

/** The share of releases that came, by tenths of their predicted chance. */
final class ReliabilityTable {
    private final double[] predicted = new double[10];
    private final double[] came = new double[10];
    private final int[] n = new int[10];

    void add(double happens, boolean happened) {
        int i = Math.min(9, (int) (happens * 10));
        predicted[i] += happens;
        came[i] += happened ? 1 : 0;
        n[i]++;
    }

    void add(ReliabilityTable other) {
        for (int i = 0; i < n.length; i++) {
            predicted[i] += other.predicted[i];
            came[i] += other.came[i];
            n[i] += other.n[i];
        }
    }

    int n(int tenth) {
        return n[tenth];
    }

    double predicted(int tenth) {
        return predicted[tenth] / n[tenth];
    }

    double came(int tenth) {
        return came[tenth] / n[tenth];
    }
}
