-- A catalogue of 100,000 releases in the proportions of a real one, the same each time: 40 brands, 8 colorways a model,
-- 1.2 releases a colorway, 3 rumors a release, 6 % collaborations; windows of 55 % a day, 25 % a month, 15 % a season or
-- a quarter, 5 % a year, spread over 2015 to 2028. Seen from November 2026.

-- Of 0 to n - 1, at random, but always the same for the same row and purpose.
create function pg_temp.pick(i bigint, purpose int, n int) returns int language sql immutable as $$
    select (hashint8extended(i, purpose) & 1073741823)::int % n
$$;

create function pg_temp.color(i bigint, n int) returns text language sql immutable as $$
    select (array['black', 'white', 'black', 'white', 'grey', 'grey', 'blue', 'red', 'green', 'beige', 'navy', 'pink', 'brown',
    'silver', 'orange', 'purple', 'olive', 'yellow', 'gold', 'teal'])[1 + (pg_temp.pick(i, 6, 20) + n * 7) % 20]
$$;

-- What search makes of them follows once, at the end.
alter table model disable trigger search_added;
alter table collaboration disable trigger search_added;
alter table collaboration_collaborator disable trigger search_part_added;
alter table colorway disable trigger search_added;
alter table colorway_color disable trigger search_part_added;

-- Numbers without gaps, so that the rows below know those of each other; the service gives them out by fifties.
alter sequence brand_seq increment by 1;
alter sequence model_seq increment by 1;
alter sequence collaborator_seq increment by 1;
alter sequence collaboration_seq increment by 1;
alter sequence colorway_seq increment by 1;
alter sequence source_seq increment by 1;
alter sequence release_seq increment by 1;
alter sequence rumor_seq increment by 1;

truncate brand, model, collaborator, collaboration, colorway, source, release, release_past, search_entry, search_word
    restart identity cascade;

insert into brand (slug, name, created_at, updated_at)
select 'brand-' || i, 'Brand ' || i, now(), timestamptz '2026-11-20' - i * interval '1 day' from generate_series(1, 40) i;

insert into model (slug, brand_id, name, category, created_at, updated_at)
select 'model-' || i, 1 + i % 40, (array['Runner', 'Pegasus', 'Samba', 'Gazelle', 'Cortez', 'Kayano', 'Nimbus', 'Rider', 'Dunk', 'Club',
        'Superstar', 'Suede', 'Hurricane', 'Jazz', 'Ultra', 'Wave', 'Cloud', 'Trail', 'Court', 'Blazer'])[1 + pg_temp.pick(i, 20, 20)] || ' ' || i / 20,
    (array['running', 'basketball', 'tennis', 'skate', 'hiking'])[1 + pg_temp.pick(i, 21, 5)],
    now(), timestamptz '2026-11-20' - i * interval '5 hours'
from generate_series(1, 10400) i;

insert into collaborator (slug, name, kind, created_at, updated_at)
select 'collaborator-' || i, 'Studio ' || i, (array['person', 'brand', 'shop'])[1 + i % 3],
    now(), timestamptz '2026-11-20' - i * interval '9 days'
from generate_series(1, 250) i;

insert into collaboration (slug, brand_id, model_id, stage, stage_rumored, created_at, updated_at,
    strongest_kind, strongest_rumor)
select 'collaboration-' || i, 1 + m % 40, m, stage, stage, now(), timestamptz '2026-11-20' - i * interval '40 hours',
    kind, case when kind is not null then jsonb_build_object('kind', kind, 'source', jsonb_build_object('slug', 'source-1',
        'name', 'Source 1'), 'saidOn', '2026', 'release', 'release-1') end
from (select i, 1 + pg_temp.pick(i, 1, 10400) m, case when pick < 70 then 'released' when pick < 80 then 'teased'
        when pick < 88 then 'confirmed' when pick < 93 then 'expected' when pick < 97 then 'speculated' else 'cancelled' end stage,
        (array['official', 'official', 'retailer-listing', 'teaser', 'sighting', 'report', 'speculation', null])[1 + pick % 8] kind
    from generate_series(1, 1250) i, lateral (select pg_temp.pick(i, 2, 100) pick)) each;

insert into collaboration_collaborator
select i, 0, 1 + i % 250 from generate_series(1, 1250) i
union all select i, 1, 1 + (i + 100) % 250 from generate_series(10, 1250, 10) i;

insert into colorway (slug, brand_id, model_id, collaboration_id, kind, style_code, line, audience, pictures,
    color_names, looks, strongest_kind, strongest_rumor, created_at, updated_at)
select 'colorway-' || i, b.brand_id, m.model_id, b.collaboration_id,
    case when b.collaboration_id is null then 'general' else 'collaboration' end,
    case when i % 10 < 7 then 'ST' || i end,
    case pg_temp.pick(i, 3, 20) when 0 then 'Made in U.S.A.' when 1 then 'Made in U.K.' when 2 then 'Pro' end,
    (array['men', 'women', 'unisex', 'unisex', 'kids', null])[1 + pg_temp.pick(i, 4, 6)],
    '[]', colors.names, array_to_string(colors.names, ' and '), kind,
    case when kind is not null then jsonb_build_object('kind', kind, 'source', jsonb_build_object('slug',
        'source-1', 'name', 'Source 1'), 'saidOn', '2026', 'release', 'release-1') end,
    now(), timestamptz '2026-11-20' - i * interval '35 minutes'
from generate_series(1, 83333) i
    left join collaboration x on i % 17 = 0 and x.id = 1 + (i / 17) % 1250,
    lateral (select coalesce(x.model_id, 1 + i / 8 % 10400) model_id) m, lateral (select 1 + m.model_id % 40 brand_id, x.id collaboration_id) b,
    lateral (select (array['official', 'official', 'official', 'retailer-listing', 'retailer-listing', 'teaser', 'sighting',
        'report', 'speculation', null])[1 + pg_temp.pick(i, 5, 10)] kind) k,
    lateral (select array(select pg_temp.color(i, n) from generate_series(0, case when i % 3 > 0 then 1 else 0 end) n) names) colors;

insert into colorway_color (colorway_id, position, name)
select i, n, pg_temp.color(i, n)
from generate_series(1, 83333) i, generate_series(0, 1) n where n = 0 or i % 3 > 0;

insert into source (slug, name, kind, created_at, updated_at)
select 'source-' || i, 'Source ' || i, (array['publication', 'leaker', 'retailer', 'community', 'brand'])[1 + i % 5],
    now(), timestamptz '2026-11-20' - i * interval '20 days'
from generate_series(1, 80) i;

-- The shapes of 60 forecasts, around one day each: for each day the chance, should it come, that it has come by then.
create temporary table shape as
select s, w, array(select 1 / (1 + exp((30 + 10 * s - day) / w::float)) from generate_series(1, 730 + s) as day) sums
from generate_series(0, 59) s, lateral (select (array[4, 4, 4, 12, 30])[1 + s % 5] w) width;

insert into release (slug, model_id, collaboration_id, colorway_id, region, channel, status, status_reason, released_on,
    date_edtf, launch_at, launch_zone, price_amount, price_currency, rumor_count, source_count, strongest_kind,
    forecast_comes, forecast_first, forecast_sums, forecast_dated, forecast_origins, forecast_weights, forecast_method,
    likeliest, likeliest_until, sources, forecast_day, forecast_happens, forecast_confidence, forecast_median,
    forecast_from50, forecast_to50, forecast_from80, forecast_to80, created_at, updated_at)
select 'release-' || i, c.model_id, c.collaboration_id, case when i % 20 > 0 then c.id end,
    (array['WW', 'WW', 'WW', 'WW', 'WW', 'US', 'US', 'US', 'EU', 'JP'])[1 + pg_temp.pick(i, 7, 10)],
    (array['wide', 'wide', 'wide', 'brand', 'brand', 'retailer', 'collaborator', null, null])[1 + pg_temp.pick(i, 8, 9)],
    status, case when status in ('confirmed', 'delayed', 'cancelled') then 'Said so.' end,
    case when status = 'released' then day end, case when i % 40 > 0 then edtf end,
    case when i % 6 = 0 and edtf = day::text then day + time '10:00' end,
    case when i % 6 = 0 and edtf = day::text then 'America/New_York' end,
    case when i % 10 < 7 then 60 + 10 * pg_temp.pick(i, 9, 20) end,
    case when i % 10 < 7 then (array['USD', 'USD', 'USD', 'USD', 'EUR', 'JPY'])[1 + pg_temp.pick(i, 10, 6)] end,
    3, 3, (array['official', 'official', 'official', 'retailer-listing', 'retailer-listing', 'teaser', 'sighting',
        'report', 'report', 'speculation'])[1 + pg_temp.pick(i, 11, 10)],
    0.5 + pg_temp.pick(i, 12, 49) / 100.0, date '2026-11-02',
    case when status in ('released', 'cancelled') then '{0.5,1}' else sums end, true, 3, '[]', '1',
    date '2026-11-22' + 10 + s * 10, date '2026-11-22' + 10 + s * 10,
    array(select distinct 1 + pg_temp.pick(i * 3 + n, 17, 80) from generate_series(0, 2) n),
    '2026-11-22', 0.7, case when i % 40 > 0 then pg_temp.pick(i, 19, 100) / 100.0 end, date '2026-11-22' + 10 + s * 10,
    date '2026-12-02' + s * 10 - (1.1 * w)::int, date '2026-12-02' + s * 10 + (1.1 * w)::int,
    date '2026-12-02' + s * 10 - (2.2 * w)::int, date '2026-12-02' + s * 10 + (2.2 * w)::int, now(), timestamptz '2026-11-20' - i * interval '29 minutes'
from generate_series(1, 100000) i
    join colorway c on c.id = 1 + (i * 7 - 1) % 83333
    join shape on s = pg_temp.pick(i, 13, 60),
    lateral (select date '2015-01-01' + pg_temp.pick(i, 14, 5113) as day) d,
    lateral (select case when pick < 55 then day::text
        when pick < 80 then to_char(day, 'YYYY-MM')
        when pick < 88 then to_char(day, 'YYYY-') || 33 + (extract(month from day)::int - 1) / 3
        when pick < 95 then to_char(day, 'YYYY-') || 21 + pick % 4
        else to_char(day, 'YYYY') end as edtf from (select pg_temp.pick(i, 15, 100) pick)) w,
    lateral (select case when i % 40 = 0 then 'rumored'
        when day < '2026-11-22' and pick < 92 then 'released' when day < '2026-11-22' and pick < 95 then 'cancelled'
        when pick % 10 < 2 then 'confirmed' when pick % 10 = 2 then 'delayed' else 'rumored' end as status
        from (select pg_temp.pick(i, 16, 100) pick)) t;

insert into rumor (release_id, source_id, kind, said_on, recorded_at, recorded_by, window_edtf)
select r.id, 1 + pg_temp.pick(r.id * 3 + n, 17, 80),
    (array['official', 'retailer-listing', 'teaser', 'sighting', 'report', 'speculation'])[1 + pg_temp.pick(r.id * 3 + n, 18, 6)],
    (least(coalesce(r.released_on, '2026-11-01'), '2026-11-02') - n * 20)::text, now(), 'editor', r.date_edtf
from release r, generate_series(0, 2) n;

insert into retailer (release_id, position, name, method)
select i, 0, 'Shop ' || i % 100, 'online' from generate_series(1, 100000, 3) i;

insert into status_change (release_id, day, status, reason, recorded_at, recorded_by)
select id, released_on, 'released', 'It came.', now(), 'editor' from release where status = 'released' and id % 10 = 0;

select release_past_refresh(array(select id from release), 'infinity');

insert into change (place, at, actor, type, entry_id, slug, version, kind, fields, about)
select last + i, now(), 'editor', 'release', r.id, r.slug, 0, (array['updated', 'date-changed', 'rumor-added', 'status-changed',
    'forecast-moved'])[1 + i % 5], '{}', array['release:' || r.id, 'model:' || r.model_id, 'brand:' || 1 + r.model_id % 40,
    'source:' || 1 + i % 80, 'colorway:' || r.colorway_id, 'collaboration:' || r.collaboration_id]
from change_count, generate_series(1, 100000) i join release r on r.id = 1 + (i * 31) % 100000;
update change_count set last = last + 100000;

select search_refresh('model', array(select id from model)), search_refresh('collaboration', array(select id from collaboration)),
    search_refresh('colorway', array(select id from colorway));
alter table model enable trigger search_added;
alter table collaboration enable trigger search_added;
alter table collaboration_collaborator enable trigger search_part_added;
alter table colorway enable trigger search_added;
alter table colorway_color enable trigger search_part_added;

alter sequence brand_seq increment by 50;
alter sequence model_seq increment by 50;
alter sequence collaborator_seq increment by 50;
alter sequence collaboration_seq increment by 50;
alter sequence colorway_seq increment by 50;
alter sequence source_seq increment by 50;
alter sequence release_seq increment by 50;
alter sequence rumor_seq increment by 50;
