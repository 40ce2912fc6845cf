-- The sums of a forecast in billionths: finer than anything told of them, and half of what most of a release's row is.

drop trigger release_untold on release;
drop function forecast_likeliest(double precision, date, double precision[], date);
drop function forecast_chance(double precision, date, double precision[], date, date, date);

create function billionths(sums double precision[]) returns integer[] language sql immutable
as $$ select array_agg(round(sum * 1e9)::integer order by day) from unnest(sums) with ordinality as of (sum, day) $$;
alter table release
    alter column forecast_sums type integer[] using billionths(forecast_sums),
    -- They look like noise to a compressor.
    alter column forecast_sums set storage external;
drop function billionths(double precision[]);

-- The chance that a release not come before today comes in these days; the same as Forecast.by and .confidence.
create function forecast_chance(
    comes double precision, first date, sums integer[], from_day date, to_day date, today date)
    returns double precision language sql immutable parallel safe
as $$
    select case
        when comes is null then null
        when least(to_day, today + 729) < greatest(from_day, today) then 0
        else comes
            * (case when least(to_day, today + 729) < first then 0
                    else coalesce(sums[least(to_day, today + 729) - first + 1] / 1e9::double precision, 1) end
               - case when greatest(from_day, today) - 1 < first then 0
                      else coalesce(sums[greatest(from_day, today) - first] / 1e9::double precision, 1) end)
            / (1 - comes * case when today - 1 < first then 0
                               else coalesce(sums[today - first] / 1e9::double precision, 1) end)
        end
$$;

-- The likeliest day as Forecast.likeliest finds it: the middle one of those almost as likely as the likeliest.
create function forecast_likeliest(comes double precision, first date, sums integer[], today date)
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

create trigger release_untold before update on release for each row
    when ((old.forecast_comes, old.forecast_first, old.forecast_sums, old.date_edtf)
            is distinct from (new.forecast_comes, new.forecast_first, new.forecast_sums, new.date_edtf)
        and (old.forecast_day, old.forecast_happens, old.forecast_confidence, old.forecast_median, old.likeliest_until)
            is not distinct from
            (new.forecast_day, new.forecast_happens, new.forecast_confidence, new.forecast_median, new.likeliest_until))
    execute function release_untold();
