package dev.solecast.release.derived;

import jakarta.inject.Singleton;

/** The jobs that renew forecasts, for tests of other rooms that do not want to wait for them. */
@Singleton
public final class ForecastJobs {

    private final DailyForecastJob daily;
    private final ForecastRefreshQueue queue;

    ForecastJobs(DailyForecastJob daily, ForecastRefreshQueue queue) {
        this.daily = daily;
        this.queue = queue;
    }

    /** Renews all that are not of today. */
    public void runDaily() {
        daily.tellAll();
    }

    /** Renews all that are queued. */
    public void runQueued() {
        queue.renewAll();
    }
}
