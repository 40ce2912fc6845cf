package dev.solecast.release.accuracy;

import dev.solecast.forecast.Baseline;
import dev.solecast.forecast.Mean;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the scores of forecasts come to.
 *
 * @param awaited releases with a forecast that are still to come
 * @param overdue those of them whose window is over
 * @param pits tenths that hold any, of every 30th day of each release's life
 * @param steppedReleases how many releases had such a day
 */
record AccuracySums(
        long releases,
        long awaited,
        long overdue,
        List<Lead> leads,
        List<Tenth> pits,
        int steppedReleases,
        List<Bin> happens) {

    /**
     * The forecasts at one lead.
     *
     * @param brierOfWindow null if none had a window
     * @param skills against each rule; a rule that never erred has none
     */
    record Lead(int days, Mean crps, Mean brier, @Nullable Mean brierOfWindow, Map<Baseline, Mean> skills) {

        @Nullable
        Mean against(Baseline rule) {
            return skills.get(rule);
        }
    }

    record Tenth(int tenth, int n, int within50, int within80) {}

    /** @param told the sum of the chances */
    record Bin(int tenth, int n, int releases, double told, int came) {}
}
