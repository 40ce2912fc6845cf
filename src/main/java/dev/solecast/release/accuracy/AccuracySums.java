package dev.solecast.release.accuracy;

import dev.solecast.forecast.Baseline;
import dev.solecast.forecast.Mean;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sums of the scores of forecasts.
 *
 * @param releases resolved releases that had been forecast
 * @param awaited awaited releases with a forecast
 * @param overdue awaited releases whose window is over
 * @param leads by lead, longest first
 * @param pits the non-empty tenths of the probability integral transform, from every 30th day of each release's life
 * @param sampledReleases releases that had such a day
 * @param happens the non-empty tenths of the chance to come, from the same days
 */
record AccuracySums(
        long releases,
        long awaited,
        long overdue,
        List<Lead> leads,
        List<Tenth> pits,
        int sampledReleases,
        List<Bin> happens) {

    /**
     * The forecasts at one lead.
     *
     * @param days before the outcome
     * @param brierOfWindow null if no forecast had a window
     * @param skills by baseline; a baseline that never erred has none
     */
    record Lead(int days, Mean crps, Mean brier, @Nullable Mean brierOfWindow, Map<Baseline, Mean> skills) {

        @Nullable
        Mean findSkill(Baseline baseline) {
            return skills.get(baseline);
        }
    }

    /**
     * The forecasts whose PIT lies in one tenth.
     *
     * @param tenth from 0 to 9
     * @param within50 those with a PIT between 0.25 and 0.75
     * @param within80 those with a PIT between 0.1 and 0.9
     */
    record Tenth(int tenth, int n, int within50, int within80) {}

    /**
     * The forecasts whose chance to come lies in one tenth.
     *
     * @param tenth from 0 to 9
     * @param chanceSum the sum of the chances
     * @param came the number of them that came
     */
    record Bin(int tenth, int n, int releases, double chanceSum, int came) {}
}
