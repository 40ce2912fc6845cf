package dev.solecast.release.derived;

import jakarta.inject.Singleton;

/** Runs the jobs that refresh forecasts at once, for tests of other packages. */
@Singleton
public final class ForecastJobs {

    private final DailyForecastJob daily;
    private final ForecastRefreshQueue queue;

    ForecastJobs(DailyForecastJob daily, ForecastRefreshQueue queue) {
        this.daily = daily;
        this.queue = queue;
    }

    /** Refreshes all forecasts that were not computed today. */
    public void runDaily() {
        daily.refreshAll();
    }

    /** Refreshes all forecasts that are queued. */
    public void runQueued() {
        queue.refreshAll();
    }
}
