-- Where each release stood on each past day, so that a list as of a past day is found by one walk through one index, as
-- a list of today is. There are two times: the days of what was said and happened (from_day, until_day), and the days on
-- which this service knew it (known_from, known_until). A day belongs to a row from the first to before the second; what
-- still holds ends with infinity. Rows follow from rumor and status_change alone; release_past_refresh is their only
-- writer.
create table release_past (
    -- a release: checked for rumor and status_change already, and a check here would cost imports a fifth of this
    release_id     bigint not null,
    from_day       date not null,
    until_day      date not null check (until_day > from_day),
    known_from     date not null,
    known_until    date not null check (known_until > known_from),
    status         text not null,
    -- of the window shown as its date: as the columns of release with these names
    date_days      daterange,
    sort_day       date not null,
    sort_span      integer not null,
    strongest_kind text
);

-- The states of releases by all that had been recorded by the end of a day, which is a rule of ReleaseSnapshot.asOf,
-- too: rumors count from said_by until they are retracted; a later record about an earlier day replaces all changes of
-- status after that day; the window of the last change to an awaited status comes before that of the strongest rumor.
create function release_past_states(releases bigint[], known_on date) returns setof release_past
    language sql stable
as $$
    with said as materialized (
        select u.release_id, u.id, u.said_by, u.window_days,
            array_position(array['official', 'retailer-listing', 'teaser', 'sighting', 'report', 'speculation'], u.kind)
                as strength,
            case when t.retracted <= known_on then t.retracted else 'infinity' end as until_day,
            greatest(t.recorded, case when t.retracted <= known_on then t.retracted end) as known
        from unnest(releases) as wanted (id) join rumor u on u.release_id = wanted.id,
            lateral (select (u.recorded_at at time zone 'UTC')::date as recorded,
                (u.retracted_at at time zone 'UTC')::date as retracted) t
        where t.recorded <= known_on
    ), recorded as materialized (
        select c.release_id, c.id, c.day, c.status, edtf_days(c.window_edtf) as window_days,
            (c.recorded_at at time zone 'UTC')::date as known,
            min(c.day) over (partition by c.release_id order by c.id rows between 1 following and unbounded following)
                as replaced_from
        from unnest(releases) as wanted (id) join status_change c on c.release_id = wanted.id
        where (c.recorded_at at time zone 'UTC')::date <= known_on
    ), changed as materialized (
        select * from recorded where replaced_from is null or replaced_from >= day
    ), known as (
        select release_id, max(known) as known_from
        from (select release_id, known from said union all select release_id, known from recorded) k group by release_id
    ), moment as (
        select release_id, said_by as day from said where said_by < until_day
        union select release_id, until_day from said where said_by < until_day and until_day < 'infinity'
        union select release_id, day from changed
    ), told as (
        select m.release_id, m.day, min(s.strength) as strength,
            (array_agg(s.window_days order by s.strength, s.said_by desc, s.id desc)
                filter (where s.window_days is not null))[1] as window_days
        from moment m join said s on s.release_id = m.release_id and s.said_by <= m.day and s.until_day > m.day
        group by m.release_id, m.day
    ), stood as (
        select m.release_id, m.day, (array_agg(c.status order by c.day desc, c.id desc))[1] as status,
            (array_agg(c.window_days order by c.day desc, c.id desc)
                filter (where c.status not in ('released', 'cancelled')))[1] as window_days
        from moment m join changed c on c.release_id = m.release_id and c.day <= m.day
        group by m.release_id, m.day
    ), state as (
        select m.release_id, m.day, s.status, t.strength, coalesce(s.window_days, t.window_days) as days,
            s.status is not null or t.strength is not null as exists
        from moment m left join told t using (release_id, day) left join stood s using (release_id, day)
    ), moved as (
        select *, lag(exists) over release is not distinct from exists
            and lag(status) over release is not distinct from status
            and lag(strength) over release is not distinct from strength
            and lag(days) over release is not distinct from days as same
        from state window release as (partition by release_id order by day)
    ), span as (
        select *, lead(day, 1, 'infinity') over (partition by release_id order by day) as until_day
        from moved where not same
    )
    select s.release_id, s.day, s.until_day, k.known_from, 'infinity'::date, coalesce(s.status, 'rumored'), s.days,
        coalesce(upper(s.days) - 1, '9999-12-31'),
        case when s.days is null then 2147483647 else coalesce(upper(s.days) - lower(s.days), 2147483646) end,
        (array['official', 'retailer-listing', 'teaser', 'sighting', 'report', 'speculation'])[s.strength]
    from span s join known k using (release_id)
    where s.exists
$$;

-- Writes the states of releases after one of their rumors or changes of status was recorded: rows that are no longer
-- true end with the day before, and those of the same day are replaced.
create function release_past_refresh(releases bigint[], known_on date) returns void language sql
as $$
    with state as materialized (
        select * from release_past_states(releases, known_on)
    ), stored as materialized (
        select p.ctid as place, p.*
        from unnest(releases) as wanted (id) join release_past p on p.release_id = wanted.id and p.known_until = 'infinity'
    ), known as (
        select release_id, max(known_from) as day from state group by release_id
    ), over as materialized (
        select p.place, p.known_from, coalesce(k.day, p.known_from) as day
        from stored p left join known k using (release_id)
        where not exists (select from state s where s.release_id = p.release_id and s.from_day = p.from_day
            and s.until_day = p.until_day and s.status = p.status and s.date_days is not distinct from p.date_days
            and s.strongest_kind is not distinct from p.strongest_kind)
    ), closed as (
        update release_past p set known_until = o.day from over o where p.ctid = o.place and o.known_from < o.day
    ), replaced as (
        delete from release_past p using over o where p.ctid = o.place and o.known_from >= o.day
    )
    insert into release_past
    select s.* from state s
    where not exists (select from stored p where s.release_id = p.release_id and s.from_day = p.from_day
        and s.until_day = p.until_day and s.status = p.status and s.date_days is not distinct from p.date_days
        and s.strongest_kind is not distinct from p.strongest_kind)
$$;

-- The history of what is there already, day by day as it was recorded.
do $$
declare
    recorded date;
    releases bigint[];
begin
    for recorded, releases in
        select day, array_agg(distinct release_id)
        from (select release_id, (recorded_at at time zone 'UTC')::date as day from rumor
            union select release_id, (retracted_at at time zone 'UTC')::date from rumor where retracted_at is not null
            union select release_id, (recorded_at at time zone 'UTC')::date from status_change) record
        group by day order by day
    loop
        perform release_past_refresh(releases, recorded);
    end loop;
end
$$;

create index release_past_of on release_past (release_id, from_day);
create index release_past_listed on release_past (sort_day, sort_span, release_id)
    include (from_day, until_day, known_from, known_until, status, strongest_kind, date_days);

-- The stage of each collaboration on a past day, as CatalogUpdater.stage has it for today: released once one of its
-- releases is, cancelled if all are, else by the strongest rumor. Written to be read inline, with a condition on
-- collaboration_id or stage.
create function past_stages(day date, known_on date) returns table (collaboration_id bigint, stage text)
    language sql stable parallel safe
as $$
    select r.collaboration_id, case
        when bool_or(p.status = 'released') then 'released'
        when bool_and(coalesce(p.status, 'rumored') = 'cancelled') then 'cancelled'
        else case min(array_position(
                array['official', 'retailer-listing', 'teaser', 'sighting', 'report'], p.strongest_kind))
            when 1 then 'confirmed' when 2 then 'teased' when 3 then 'teased' when 4 then 'teased' when 5 then 'expected'
            else 'speculated' end
        end
    from release r left join release_past p on p.release_id = r.id and p.from_day <= day and p.until_day > day
        and p.known_from <= known_on and (p.known_until > known_on or p.known_until = 'infinity')
    where r.collaboration_id is not null and r.awaited is not null
    group by r.collaboration_id
$$;
