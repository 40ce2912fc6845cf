-- Many rows at once: numbers are given out fifty at a time, so that none has to be asked for alone.
do $$
declare
    entry text;
begin
    foreach entry in array array['brand', 'model', 'collaborator', 'collaboration', 'colorway', 'source', 'release',
        'rumor'] loop
        execute format('alter table %I alter id drop identity', entry);
        execute format('create sequence %I increment by 50 owned by %I.id', entry || '_seq', entry);
        execute format('select setval(%L, max(id)) from %I having max(id) is not null', entry || '_seq', entry);
        execute format('alter table %I alter id set default nextval(%L)', entry, entry || '_seq');
    end loop;
end
$$;

-- Resolved releases that came in many at once and are still to be scored; scored ones stay until all are, and then
-- those who spoke of them are judged anew where they speak of others.
create table unsettled (
    release_id bigint primary key references release,
    due_at     timestamptz not null,
    scored     boolean not null default false
);
create index on unsettled (due_at) where not scored;

-- The changes of one transaction that are too many to be held in memory until its end; gone when it ends.
create unlogged table change_set_aside (
    transaction text not null,
    ordinality  bigint not null,
    value       jsonb not null,
    primary key (transaction, ordinality)
);

-- A batch tells the search once of all that it has written, not with each statement; it has the search wait by
-- set_config('solecast.search_later', 'on', true).
create or replace function search_added() returns trigger language plpgsql as $$
begin
    if current_setting('solecast.search_later', true) = 'on' then
        return null;
    end if;
    perform search_reads_names();
    perform search_refresh(tg_table_name, array(select id from added));
    return null;
end
$$;
create or replace function search_part_changed() returns trigger language plpgsql as $$
begin
    if current_setting('solecast.search_later', true) = 'on' then
        return null;
    end if;
    perform search_reads_names();
    if tg_table_name = 'colorway_color' then
        perform search_refresh('colorway', array(select distinct colorway_id from changed));
    else
        perform search_refresh('collaboration', array(select distinct collaboration_id from changed));
    end if;
    return null;
end
$$;
