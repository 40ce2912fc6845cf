package dev.solecast.release.derived;

import jakarta.inject.Singleton;

/** The jobs that renew forecasts, for tests of other rooms that do not want to wait for them. */
@Singleton
public final class ForecastJobs {

    private final DailyForecasts daily;
    private final Renewals queue;

    ForecastJobs(DailyForecasts daily, Renewals queue) {
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
