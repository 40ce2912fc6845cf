-- What the rumors about a release say together, stored when they change, for reads must not compute it.

alter table release
    add column forecast_comes   double precision check (forecast_comes between 0 and 1),
    add column forecast_first   date,
    -- F: for each day from forecast_first the chance, should it come, that it has come by then
    add column forecast_sums    double precision[] check (cardinality(forecast_sums) between 1 and 7400),
    add column forecast_dated   boolean,
    add column forecast_origins integer,
    add column forecast_weights jsonb,
    add column forecast_method  text,
    -- the likeliest day as long as nobody has waited past likeliest_until; see forecast_likeliest
    add column likeliest        date,
    add column likeliest_until  date,
    add check ((forecast_comes is null) = (forecast_first is null)
        and (forecast_comes is null) = (forecast_sums is null)
        and (forecast_comes is null) = (forecast_dated is null)
        and (forecast_comes is null) = (forecast_origins is null)
        and (forecast_comes is null) = (forecast_weights is null)
        and (forecast_comes is null) = (forecast_method is null)),
    add check ((likeliest is null) = (likeliest_until is null));
create index on release (likeliest, id);

-- The chance that a release not come before today comes in these days; the same as Forecast.by and .confidence.
create function forecast_chance(
    comes double precision, first date, sums double precision[], from_day date, to_day date, today date)
    returns double precision language sql immutable parallel safe
as $$
    select case
        when comes is null then null
        when least(to_day, today + 729) < greatest(from_day, today) then 0
        else comes
            * (case when least(to_day, today + 729) < first then 0
                    else coalesce(sums[least(to_day, today + 729) - first + 1], 1) end
               - case when greatest(from_day, today) - 1 < first then 0
                      else coalesce(sums[greatest(from_day, today) - first], 1) end)
            / (1 - comes * case when today - 1 < first then 0 else coalesce(sums[today - first], 1) end)
        end
$$;

-- The likeliest day as Forecast.likeliest finds it: the middle one of those almost as likely as the likeliest.
create function forecast_likeliest(comes double precision, first date, sums double precision[], today date)
    returns date language sql immutable parallel safe
as $$
    with day as (
        select first + i - 1 as date, sums[i] - coalesce(sums[i - 1], 0) as chance
        from generate_series(greatest(today - first + 1, 1), least(today - first + 730, cardinality(sums))) as i
    ), peak as (
        select date, row_number() over (order by date) as nth, count(*) over () as n
        from day where chance >= 0.95 * (select max(chance) from day)
    )
    select date from peak
    where nth = (n - 1) / 2 + 1 and forecast_chance(comes, first, sums, today, today + 729, today) >= 1e-6
$$;

-- How a release came to where it stands, and since when; day is when it became true, recorded_at when we learned it.
create table status_change (
    id          bigint generated always as identity primary key,
    release_id  bigint not null references release,
    day         date not null,
    status      text not null
        check (status in ('rumored', 'confirmed', 'delayed', 'released', 'cancelled')),
    window_edtf text check (edtf_days(window_edtf) is not null or window_edtf is null),
    reason      text not null,
    recorded_at timestamptz not null,
    recorded_by text not null
);
create index on status_change (release_id, day, id);

-- What sources earned by releases that were resolved: the counts of TrackRecord, in its words.
create table earned (
    release_id  bigint not null references release,
    source_id   bigint not null references source,
    kind        text not null
        check (kind in ('official', 'retailer-listing', 'teaser', 'sighting', 'report', 'speculation')),
    resolved_on date not null,
    counts      jsonb not null,
    primary key (release_id, source_id, kind)
);
create index on earned (source_id, resolved_on);
create index on earned (kind, resolved_on);
