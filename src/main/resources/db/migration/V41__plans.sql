-- With the day, the index alone answers how many releases await their score, and how many of them are late.
drop index release_forecast_day_idx;
create index release_forecast_day on release (forecast_day) include (sort_day)
    where awaited and forecast_comes is not null;
