-- The catalogue: brands, models, collaborators, collaborations, colorways.
-- Every table has: slug (its public name), version (what If-Match compares),
-- created_at / updated_at (instants), deleted_at (set: the address answers 410).

-- The calendar days that an EDTF text covers; the same rules as the Java class Window (a test compares
-- the two). Generated columns use it, so that bounds and text cannot disagree, whoever writes the row.
-- Not recursive, and without the name of any table or function of ours, so that a dump restores.
create function edtf_days(edtf text) returns daterange
    language plpgsql immutable strict parallel safe
as $$
declare
    ends text[] := string_to_array(edtf, '/');
    days daterange[];
    whole daterange;
    part text;
    bare text;
    starts date;
    code int;
begin
    if cardinality(ends) > 2 or edtf ~ '^(\.\.)?/?(\.\.)?$' then
        raise exception 'not a supported EDTF date or interval: %', edtf using errcode = '22007';
    end if;
    foreach part in array ends loop
        bare := regexp_replace(part, '[?~%]$', '');
        starts := null;
        if cardinality(ends) = 2 and part in ('', '..') then
            days := days || daterange(null, null);
            continue;
        elsif bare ~ '^[1-9]\d{3}-\d\d-\d\d$' then
            days := days || daterange(bare::date, bare::date, '[]');
            continue;
        elsif bare ~ '^[1-9]\d{3}(-XX(-XX)?)?$' then
            starts := make_date(left(bare, 4)::int, 1, 1);
            days := days || daterange(starts, (starts + interval '1 year')::date);
            continue;
        elsif bare ~ '^[1-9]\d{2}X$' then
            starts := make_date(left(bare, 3)::int * 10, 1, 1);
            days := days || daterange(starts, (starts + interval '10 years')::date);
            continue;
        elsif bare ~ '^[1-9]\d{3}-\d\d(-XX)?$' then
            code := substr(bare, 6, 2)::int;
            starts := make_date(left(bare, 4)::int, case
                when code between 1 and 12 then code
                when bare ~ 'X' then null
                when code between 21 and 24 then (code - 20) * 3
                when code between 33 and 36 then (code - 33) * 3 + 1
                when code between 40 and 41 then (code - 40) * 6 + 1
                end, 1);
        end if;
        if starts is null then
            raise exception 'not a supported EDTF date or interval: %', edtf using errcode = '22007';
        end if;
        days := days || daterange(starts, (starts + case
            when code <= 12 then interval '1 month'
            when code < 40 then interval '3 months'
            else interval '6 months' end)::date);
    end loop;
    whole := daterange(lower(days[1]), upper(days[cardinality(days)]));
    if isempty(whole) then
        raise exception 'an interval that ends before it starts: %', edtf using errcode = '22007';
    end if;
    return whole;
end
$$;

-- Words between hyphens, the form of every slug.
create domain slug as text check (value ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(value) <= 120);

create table brand (
    id          bigint generated always as identity primary key,
    slug        slug not null unique,
    version     integer not null default 0,
    name        text not null check (length(name) between 1 and 200),
    aliases     text[] not null default '{}',
    home        text,
    known_for   text,
    lines       jsonb not null default '[]',
    citations   jsonb not null default '[]',
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    deleted_at  timestamptz
);
create index on brand (name collate "C", id);
create index on brand (updated_at, id);

create table model (
    id             bigint generated always as identity primary key,
    slug           slug not null unique,
    version        integer not null default 0,
    brand_id       bigint not null references brand,
    name           text not null check (length(name) between 1 and 200),
    aliases        text[] not null default '{}',
    first_appeared text,
    first_appeared_days daterange generated always as (edtf_days(first_appeared)) stored,
    category       text,
    styles         text[] not null default '{}',
    appearances    text[] not null default '{}',
    technologies   jsonb not null default '[]',
    open_questions text[] not null default '{}',
    citations      jsonb not null default '[]',
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    deleted_at     timestamptz,
    unique (id, brand_id)
);
create index on model (brand_id, name collate "C", id);
create index on model (name collate "C", id);
create index on model (updated_at, id);

create table related_model (
    model_id   bigint not null references model,
    position   integer not null,
    related_id bigint not null references model,
    relation   text not null check (relation in ('earlier-revival', 'successor', 'predecessor', 'variant')),
    primary key (model_id, position),
    unique (model_id, related_id, relation),
    check (model_id <> related_id)
);
create index on related_model (related_id);

create table collaborator (
    id         bigint generated always as identity primary key,
    slug       slug not null unique,
    version    integer not null default 0,
    name       text not null check (length(name) between 1 and 200),
    aliases    text[] not null default '{}',
    kind       text not null check (kind in ('person', 'brand', 'shop')),
    profession text,
    home       text,
    people     text[] not null default '{}',
    citations  jsonb not null default '[]',
    created_at timestamptz not null,
    updated_at timestamptz not null,
    deleted_at timestamptz
);
create index on collaborator (name collate "C", id);
create index on collaborator (updated_at, id);

create table collaborator_partner (
    collaborator_id bigint not null references collaborator,
    brand_id        bigint not null references brand,
    primary key (collaborator_id, brand_id)
);
create index on collaborator_partner (brand_id);

create table collaborator_earlier_model (
    collaborator_id bigint not null references collaborator,
    model_id        bigint not null references model,
    primary key (collaborator_id, model_id)
);
create index on collaborator_earlier_model (model_id);

create table collaboration (
    id             bigint generated always as identity primary key,
    slug           slug not null unique,
    version        integer not null default 0,
    brand_id       bigint not null references brand,
    model_id       bigint,
    stage          text not null
        check (stage in ('speculated', 'expected', 'teased', 'confirmed', 'released', 'cancelled')),
    stage_reason   text,
    strongest_kind text
        check (strongest_kind in ('official', 'retailer-listing', 'teaser', 'sighting', 'report', 'speculation')),
    strongest_rumor jsonb,
    citations      jsonb not null default '[]',
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    deleted_at     timestamptz,
    foreign key (model_id, brand_id) references model (id, brand_id),
    check ((strongest_kind is null) = (strongest_rumor is null))
);
create index on collaboration (brand_id, id);
create index on collaboration (model_id, id);
create index on collaboration (stage, id);
create index on collaboration (updated_at, id);

create table collaboration_collaborator (
    collaboration_id bigint not null references collaboration,
    position         integer not null,
    collaborator_id  bigint not null references collaborator,
    primary key (collaboration_id, position),
    unique (collaboration_id, collaborator_id)
);
create index on collaboration_collaborator (collaborator_id, collaboration_id);

create table colorway (
    id               bigint generated always as identity primary key,
    slug             slug not null unique,
    version          integer not null default 0,
    brand_id         bigint not null,
    model_id         bigint not null,
    collaboration_id bigint references collaboration,
    kind             text not null check (kind in ('general', 'collaboration')),
    nickname         text,
    style_code       text check (length(style_code) between 1 and 60),
    line             text,
    audience         text check (audience in ('men', 'women', 'kids', 'unisex')),
    sizes            text[] not null default '{}',
    materials        jsonb not null default '[]',
    reminiscent_of   bigint references model,
    pictures         jsonb not null default '[]',
    strongest_kind   text
        check (strongest_kind in ('official', 'retailer-listing', 'teaser', 'sighting', 'report', 'speculation')),
    strongest_rumor  jsonb,
    citations        jsonb not null default '[]',
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    deleted_at       timestamptz,
    foreign key (model_id, brand_id) references model (id, brand_id),
    unique (id, model_id),
    unique (brand_id, style_code),
    check ((kind = 'collaboration') = (collaboration_id is not null)),
    check ((strongest_kind is null) = (strongest_rumor is null))
);
create index on colorway (model_id, id);
create index on colorway (collaboration_id, id);
create index on colorway (style_code);
create index on colorway (line);
create index on colorway (updated_at, id);

create table colorway_color (
    colorway_id bigint not null references colorway,
    position    integer not null,
    name        text not null check (name = lower(name)),
    finish      text,
    part        text,
    primary key (colorway_id, position)
);
create index on colorway_color (name, colorway_id);

-- Slugs that a rename left behind; they lead to the thing's present slug.
create table retired_slug (
    resource   text not null,
    slug       slug not null,
    target_id  bigint not null,
    retired_at timestamptz not null,
    primary key (resource, slug)
);
