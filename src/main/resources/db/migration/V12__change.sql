-- The log of every change, in an order that readers can trust.

-- How many changes there are. Whoever writes locks this row last and holds it until the commit, so places are given
-- in the order of commits: none ever appears behind a reader who has passed it, and a rollback leaves no gap.
create table change_count (
    only_one boolean primary key default true check (only_one),
    last     bigint not null
);
insert into change_count (last) values (0);

create table change (
    place    bigint primary key,
    at       timestamptz not null,
    -- not for the public
    actor    text not null,
    type     text not null check (type in
        ('brand', 'model', 'collaborator', 'collaboration', 'colorway', 'release', 'source')),
    -- the one that changed: its number, the slug and the version it had afterwards
    entry_id bigint not null,
    slug     slug not null,
    version  integer not null,
    kind     text not null check (kind in ('created', 'updated', 'deleted', 'redacted',
        'date-changed', 'status-changed', 'forecast-moved', 'rumor-added', 'rumor-retracted')),
    -- {"name": {"old": "…", "new": "…"}}
    fields   jsonb not null,
    -- the rumor that caused it
    rumor_id bigint,
    -- all that it is about, such as "brand:12", by numbers, which no renaming changes
    about    text[] not null
);
create index on change (type, entry_id, place);

-- What is logged stays, but for the fields that a redaction empties, and the slug it may take away with them.
create function change_is_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and current_setting('solecast.redacting', true) = 'on'
        and to_jsonb(old) - '{fields,slug}'::text[] = to_jsonb(new) - '{fields,slug}'::text[] then
        return new;
    end if;
    raise exception 'the log of changes is only added to' using errcode = '23514';
end
$$;
create trigger change_append_only before update or delete on change
    for each row execute function change_is_append_only();
create trigger change_not_truncated before truncate on change
    for each statement execute function change_is_append_only();
