package dev.solecast.forecast;

import dev.solecast.forecast.TrackRecord.Count;

/**
 * The expected reliability of a rumor before its release is resolved: chances between 0 and 1, and means in days.
 *
 * @param comes the chance that a release it announces comes
 * @param cancelled the chance that a release it calls off never comes
 * @param late the chance that the release misses the window by at most {@link TrackRecord#FAR_DAYS} after its end
 * @param early the same, before its first day
 * @param far the chance that it misses by more: the source did not know
 * @param lagDays the mean from a rumor without a window to the release
 */
record Reliability(
        double comes,
        double cancelled,
        double late,
        double lateDays,
        double early,
        double earlyDays,
        double far,
        double farDays,
        double lagDays) {

    double onTime() {
        return 1 - late - early - far;
    }

    /**
     * The mean of this prior and a record.
     *
     * @param weight the weight of the prior, in rumors
     * @param chanceWeight the weight of its chances to come, and never to come, in rumors
     */
    Reliability updatedWith(TrackRecord record, double weight, double chanceWeight) {
        double dated = record.count(Count.DATED) + weight;
        return new Reliability(
                mean(record, Count.CAME, comes, record.count(Count.ANNOUNCED), chanceWeight),
                mean(record, Count.NEVER_CAME, cancelled, record.count(Count.CALLED_OFF), chanceWeight),
                (record.count(Count.LATE) + weight * late) / dated,
                mean(record, Count.LATE_DAYS, lateDays, record.count(Count.LATE), weight * late),
                (record.count(Count.EARLY) + weight * early) / dated,
                mean(record, Count.EARLY_DAYS, earlyDays, record.count(Count.EARLY), weight * early),
                (record.count(Count.FAR) + weight * far) / dated,
                mean(record, Count.FAR_DAYS, farDays, record.count(Count.FAR), weight * far),
                mean(record, Count.LAG_DAYS, lagDays, record.count(Count.UNDATED), weight));
    }

    private static double mean(TrackRecord record, Count sum, double prior, double n, double weight) {
        return (record.count(sum) + weight * prior) / (n + weight);
    }

    /** The expected distance, in days, of the release from the middle of a window of {@code width} days. */
    double expectedErrorDays(int width) {
        return width / 4.0 + late * lateDays + early * earlyDays + far * farDays;
    }
}
