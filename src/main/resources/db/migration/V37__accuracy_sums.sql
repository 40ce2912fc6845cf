-- The sums of forecast_score that tell how well the forecasts did, so that a read adds up a few rows, however many
-- releases were scored. Writers only append, with a minus for what they take back, so that nobody waits for anybody;
-- rows of one part and bucket are added up later. Numbers are exact (numeric, 9 places): what is taken back leaves
-- nothing behind.
create table accuracy_sum (
    method   text not null,
    -- lead: bucket is the lead. happens, pit: tenths, of the evenly spaced days. scored, sampled: releases with any
    -- score, and with one of an evenly spaced day
    part     text not null check (part in ('lead', 'happens', 'pit', 'scored', 'sampled')),
    bucket   integer not null,
    -- how many, then the sums in the order of accuracy_sums
    sums     numeric[] not null,
    -- whether what there was several times has been added up
    added_up boolean not null default false
);
create index on accuracy_sum (method, part, bucket);
create index on accuracy_sum (added_up) where not added_up;

-- The sums over the scores of these releases.
create function accuracy_sums(releases bigint[]) returns table (method text, part text, bucket integer, sums numeric[])
    language sql stable
as $$
    with score as (
        select s.*, e.* from unnest(releases) as wanted (id) join forecast_score s on s.release_id = wanted.id, lateral (
            select round(s.crps::numeric, 9) as x, round(((s.happens - s.came::int) ^ 2)::numeric, 9) as brier,
                round(((s.confidence - s.inside::int) ^ 2)::numeric, 9) as window_brier,
                round(s.latest_claim::numeric, 9) as a, round(s.official_first::numeric, 9) as b,
                round(s.majority::numeric, 9) as c, round(s.weighted_median::numeric, 9) as d) e
    )
    select method, 'lead', lead, array[count(*), sum(x), sum(round(x * x, 9)), sum(brier), sum(round(brier * brier, 9)),
        count(confidence), coalesce(sum(window_brier), 0), coalesce(sum(round(window_brier * window_brier, 9)), 0),
        sum(a), sum(round(x * a, 9)), sum(round(a * a, 9)), sum(b), sum(round(x * b, 9)), sum(round(b * b, 9)),
        sum(c), sum(round(x * c, 9)), sum(round(c * c, 9)), sum(d), sum(round(x * d, 9)), sum(round(d * d, 9))]
    from score where lead is not null group by 1, 3
    union all
    select method, 'happens', least(9, floor(happens * 10))::integer, array[count(*), count(distinct release_id),
        sum(round(happens::numeric, 9)), count(*) filter (where came)]
    from score where lead is null group by 1, 3
    union all
    select method, 'pit', least(9, floor(pit * 10))::integer, array[count(*),
        count(*) filter (where pit between 0.25 and 0.75), count(*) filter (where pit between 0.1 and 0.9)]
    from score where lead is null group by 1, 3
    union all
    select method, 'scored', 0, array[count(distinct release_id)] from score group by 1
    union all
    select method, 'sampled', 0, array[count(distinct release_id)] from score where lead is null group by 1
$$;

-- Makes one row of those with one part and bucket; only one transaction does it at a time.
create function accuracy_add_up() returns void language plpgsql
as $$
begin
    if pg_try_advisory_xact_lock(hashtext('accuracy_sum')) and exists (select from accuracy_sum where not added_up) then
        with taken as (
            delete from accuracy_sum returning *
        ), summed as (
            select method, part, bucket, place, sum(value) as sum
            from taken, unnest(sums) with ordinality as of (value, place)
            group by method, part, bucket, place
        )
        insert into accuracy_sum
        select method, part, bucket, array_agg(sum order by place), true from summed group by method, part, bucket;
    end if;
end
$$;

insert into accuracy_sum select *, true from accuracy_sums(array(select distinct release_id from forecast_score));
