-- A page of releases is found by one walk through one index, in which stands all that a list can be asked. What another
-- table knows of a release for that is written down with it, by triggers in the transaction of every change.

alter table colorway
    add column color_names text[] not null default '{}',
    -- what its title says of its colors
    add column looks       text;
update colorway c set
    color_names = array(select distinct name from colorway_color where colorway_id = c.id),
    looks = (select string_agg(concat_ws(' ', finish, name), ' and ' order by position) from colorway_color
        where colorway_id = c.id and part is null);

alter table release
    -- still to come; null: deleted
    add column awaited  boolean generated always as (
        case when deleted_at is null then status not in ('released', 'cancelled') end) stored,
    -- of its model
    add column brand_id bigint references brand,
    -- of its colorway, or else of its collaboration
    add column kind     text,
    -- of its colorway
    add column line     text,
    add column audience text,
    add column colors   text[] not null default '{}',
    -- who said something about it that stands; written with all else that rumors come to
    add column sources  bigint[] not null default '{}',
    -- What is told of the forecast on forecast_day, so that no page computes it; null: not made yet. likeliest_until
    -- is the last day on which likeliest still stands.
    add column forecast_day        date,
    add column forecast_happens    double precision,
    add column forecast_median     date,
    add column forecast_from50     date,
    add column forecast_to50       date,
    add column forecast_from80     date,
    add column forecast_to80       date,
    add column forecast_summary    text,
    add column forecast_confidence double precision,
    -- The order by likeliest day, where it stands.
    add column likeliest_key date not null generated always as (
        case when status in ('released', 'cancelled') then '9999-12-31'
            else coalesce(likeliest, '9999-12-31') end) stored;

create function release_shoe() returns trigger language plpgsql as $$
begin
    select brand_id into new.brand_id from model where id = new.model_id;
    select c.kind, c.line, c.audience, c.color_names
        into new.kind, new.line, new.audience, new.colors from colorway c where c.id = new.colorway_id;
    if new.collaboration_id is not null then
        new.kind := 'collaboration';
    end if;
    new.colors := coalesce(new.colors, '{}');
    return new;
end
$$;

update release r set brand_id = m.brand_id,
    kind = case when r.collaboration_id is null then c.kind else 'collaboration' end, line = c.line, audience = c.audience,
    colors = coalesce(c.color_names, '{}'),
    sources = array(select distinct source_id from rumor where release_id = r.id and retracted_at is null)
from model m, release o left join colorway c on c.id = o.colorway_id
where m.id = r.model_id and o.id = r.id;

create trigger release_shoe before insert or update of model_id, collaboration_id, colorway_id on release
    for each row execute function release_shoe();
alter table release alter brand_id set not null;

create function release_follows_model() returns trigger language plpgsql as $$
begin
    update release set brand_id = new.brand_id where model_id = new.id;
    return null;
end
$$;
create trigger release_follows after update on model for each row
    when (old.brand_id <> new.brand_id) execute function release_follows_model();

create function release_follows_colorway() returns trigger language plpgsql as $$
begin
    -- which calls release_shoe
    update release set colorway_id = colorway_id where colorway_id = new.id;
    return null;
end
$$;
create trigger release_follows after update on colorway for each row
    when ((old.kind, old.line, old.audience, old.color_names)
        is distinct from (new.kind, new.line, new.audience, new.color_names))
    execute function release_follows_colorway();

-- What is told of a forecast is not true of another one.
create function release_untold() returns trigger language plpgsql as $$
begin
    new.forecast_day := null;
    new.likeliest := null;
    new.likeliest_until := null;
    return new;
end
$$;
create trigger release_untold before update on release for each row
    when ((old.forecast_comes, old.forecast_first, old.forecast_sums, old.date_edtf)
            is distinct from (new.forecast_comes, new.forecast_first, new.forecast_sums, new.date_edtf)
        and (old.forecast_day, old.forecast_happens, old.forecast_confidence, old.forecast_median, old.likeliest_until)
            is not distinct from
            (new.forecast_day, new.forecast_happens, new.forecast_confidence, new.forecast_median, new.likeliest_until))
    execute function release_untold();

drop index release_sort_day_sort_span_id_idx;
drop index release_date_days_idx;
drop index release_likeliest_id_idx;
create index release_listed on release (sort_day, sort_span, id)
    include (awaited, brand_id, collaboration_id, region, channel, status, strongest_kind, kind, line, audience,
        price_currency, price_amount, date_days, updated_at, colors, sources)
    where awaited is not null;
create index release_upcoming on release (sort_day, sort_span, id)
    include (brand_id, collaboration_id, region, channel, status, strongest_kind, kind, line, audience,
        price_currency, price_amount, date_days, updated_at, colors, sources,
        forecast_day, forecast_happens, forecast_confidence, forecast_median, forecast_from50, forecast_to50,
        forecast_from80, forecast_to80)
    where awaited;
create index release_of_collaborations on release (sort_day, sort_span, id) include (collaboration_id, awaited)
    where collaboration_id is not null and awaited is not null;
create index on release (brand_id, sort_day, sort_span, id) include (date_days, awaited);
create index on release (likeliest_key, id);
create index on release (price_currency, price_amount);
create index on release (line) where line is not null;
create index on release using gin (colors);
create index on release using gin (sources);
-- What is to be told anew.
create index on release (forecast_day) where awaited and forecast_comes is not null;
create index release_passed on release ((coalesce(likeliest_until, forecast_day, '-infinity')))
    where awaited and forecast_comes is not null;

-- Its rows are rewritten each night; only where nothing was rewritten lately the index alone answers.
alter table release set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);

-- Names are in order as the database orders texts.
drop index model_brand_id_name_id_idx;
drop index model_name_id_idx;
create index on model (brand_id, name, id);
create index on model (name, id);
