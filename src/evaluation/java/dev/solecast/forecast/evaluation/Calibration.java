package dev.solecast.forecast.evaluation;

/** Counts outcomes by tenths of the randomized PIT, which are all equal for a calibrated forecast. */
final class Calibration {
    final double[] tenths = new double[10];
    private double n;
    private double inner50;
    private double inner80;

    void add(double pit) {
        n++;
        tenths[Math.min(9, (int) (pit * 10))]++;
        inner50 += pit > 0.25 && pit < 0.75 ? 1 : 0;
        inner80 += pit > 0.1 && pit < 0.9 ? 1 : 0;
    }

    void add(Calibration other) {
        n += other.n;
        inner50 += other.inner50;
        inner80 += other.inner80;
        for (int i = 0; i < tenths.length; i++) {
            tenths[i] += other.tenths[i];
        }
    }

    int n() {
        return (int) n;
    }

    /** The share inside the middle half; 0.5 is right, less means too narrow. */
    double within50() {
        return inner50 / n;
    }

    double within80() {
        return inner80 / n;
    }
}
