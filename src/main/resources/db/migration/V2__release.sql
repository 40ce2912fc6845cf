-- Releases, what is said about them, and who says it.

create table source (
    id         bigint generated always as identity primary key,
    slug       slug not null unique,
    version    integer not null default 0,
    name       text not null check (length(name) between 1 and 200),
    kind       text not null check (kind in ('brand', 'retailer', 'publication', 'leaker', 'community')),
    role       text,
    home       text,
    -- the day from which it can have said anything; null: not known
    since      date,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    deleted_at timestamptz
);
create index on source (name collate "C", id);
create index on source (updated_at, id);

create table release (
    id               bigint generated always as identity primary key,
    slug             slug not null unique,
    version          integer not null default 0,
    model_id         bigint not null references model,
    collaboration_id bigint references collaboration,
    colorway_id      bigint,
    region           text not null check (region ~ '^[A-Z]{2}$'),
    channel          text check (channel in ('wide', 'brand', 'collaborator', 'retailer')),
    status           text not null
        check (status in ('rumored', 'confirmed', 'delayed', 'released', 'cancelled')),
    status_reason    text,
    -- the window shown as the release's date; null: nobody has named one
    date_edtf        text,
    date_days        daterange generated always as (edtf_days(date_edtf)) stored,
    date_reason      text,
    -- the order of lists: last day, then narrower first; open ends after all days, undated after those
    sort_day         date not null generated always as (coalesce(upper(edtf_days(date_edtf)) - 1, '9999-12-31')) stored,
    sort_span        integer not null generated always as (
        case when date_edtf is null then 2147483647
             else coalesce(upper(edtf_days(date_edtf)) - lower(edtf_days(date_edtf)), 2147483646) end) stored,
    -- a local time and its zone; the instant is derived, never stored
    launch_at        timestamp,
    launch_zone      text,
    price_amount     numeric(12, 2) check (price_amount >= 0),
    price_currency   text check (price_currency ~ '^[A-Z]{3}$'),
    released_on      date,
    features         jsonb not null default '[]',
    citations        jsonb not null default '[]',
    -- counted from the unretracted rumors whenever one is added or retracted
    rumor_count      integer not null default 0,
    source_count     integer not null default 0,
    strongest_kind   text
        check (strongest_kind in ('official', 'retailer-listing', 'teaser', 'sighting', 'report', 'speculation')),
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    deleted_at       timestamptz,
    foreign key (colorway_id, model_id) references colorway (id, model_id),
    check ((launch_at is null) = (launch_zone is null)),
    check ((price_amount is null) = (price_currency is null)),
    check ((status = 'released') = (released_on is not null)),
    check (status not in ('confirmed', 'delayed', 'cancelled') or status_reason is not null)
);
create index on release (sort_day, sort_span, id);
create index on release using gist (date_days);
create index on release (model_id, sort_day, sort_span, id);
create index on release (collaboration_id, sort_day, sort_span, id);
create index on release (colorway_id, sort_day, sort_span, id);
create index on release (region, sort_day, sort_span, id);
create index on release (updated_at, id);

create table retailer (
    release_id bigint not null references release,
    position   integer not null,
    name       text not null check (length(name) between 1 and 200),
    url        text,
    method     text not null check (method in ('online', 'draw', 'in-store')),
    opens_at   timestamp,
    closes_at  timestamp,
    zone       text,
    primary key (release_id, position),
    check (closes_at >= opens_at),
    check ((zone is null) = (opens_at is null and closes_at is null))
);

create table rumor (
    id             bigint generated always as identity primary key,
    release_id     bigint not null references release,
    source_id      bigint not null references source,
    via_id         bigint references source,
    copies_rumor_id bigint references rumor,
    copies_source_id bigint references source,
    kind           text not null
        check (kind in ('official', 'retailer-listing', 'teaser', 'sighting', 'report', 'speculation')),
    url            text,
    said_on        text not null,
    said_days      daterange not null generated always as (edtf_days(said_on)) stored,
    -- the day from which it counts: the last of saidOn, or the day we recorded it if that came first
    said_by        date not null generated always as (
        least(upper(edtf_days(said_on)) - 1, (recorded_at at time zone 'UTC')::date)) stored,
    recorded_at    timestamptz not null,
    recorded_by    text not null,
    window_edtf    text,
    window_days    daterange generated always as (edtf_days(window_edtf)) stored,
    price_amount   numeric(12, 2) check (price_amount >= 0),
    price_currency text check (price_currency ~ '^[A-Z]{3}$'),
    cancels        boolean not null default false,
    statement      text,
    retracted_at   timestamptz,
    retracted_by   text,
    retraction     text,
    check ((price_amount is null) = (price_currency is null)),
    check (not (cancels and window_edtf is not null)),
    check (copies_rumor_id <> id),
    check (via_id <> source_id),
    check (upper(edtf_days(said_on)) is not null),
    check ((retracted_at is null) = (retraction is null) and (retracted_at is null) = (retracted_by is null)),
    -- the same statement sent twice is one rumor
    unique nulls not distinct
        (release_id, source_id, kind, url, said_on, window_edtf, price_amount, price_currency, cancels, statement)
);
create index on rumor (release_id, said_by desc, id desc);
create index on rumor (source_id, release_id);

-- Append-only: what was said stays said. Only a retraction may be added, once.
create function rumor_is_append_only() returns trigger language plpgsql as $$
declare
    -- and the generated columns, which are not yet computed when this runs
    may_differ text[] := '{retracted_at,retracted_by,retraction,said_days,said_by,window_days}';
begin
    if tg_op = 'DELETE' then
        raise exception 'a rumor is never deleted; retract it' using errcode = '23514';
    elsif old.retracted_at is not null
        or (to_jsonb(old) - may_differ) is distinct from (to_jsonb(new) - may_differ) then
        raise exception 'a rumor is never edited; retract it and record another' using errcode = '23514';
    end if;
    return new;
end
$$;
create trigger rumor_append_only before update or delete on rumor
    for each row execute function rumor_is_append_only();
