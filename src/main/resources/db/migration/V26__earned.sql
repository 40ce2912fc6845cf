-- What was earned in a year, by each source and by all (0), and by all on each day: a record is a sum over everything that
-- was ever resolved, and is asked for with every rumor. Both are written in the transaction that earns, as rows of their
-- own, so that nobody waits for anybody; what there is several times is added up later.

-- The counts in the order of TrackRecord.Count; all are whole.
create function earned_counts(counts jsonb) returns integer[] language sql immutable
as $$
    select array_agg(coalesce((counts ->> word)::float8, 0)::integer order by place)
    from unnest(array['TOLD', 'CAME', 'CALLED_OFF', 'NEVER_CAME', 'DATED', 'INSIDE', 'LATE', 'LATE_DAYS', 'EARLY',
        'EARLY_DAYS', 'FAR', 'FAR_DAYS', 'UNDATED', 'LAG_DAYS']) with ordinality as of (word, place)
$$;
alter table earned alter column counts type integer[] using earned_counts(counts);
drop function earned_counts(jsonb);
alter table earned add check (cardinality(counts) = 14);
-- Nobody asks for all of a kind any more.
drop index earned_kind_resolved_on_idx;

create table earned_sum (
    -- 0: all sources
    source_id bigint not null,
    kind      text not null,
    span      text not null check (span in ('day', 'year')),
    -- its first day
    begins    date not null check (span = 'day' or begins = date_trunc('year', begins)),
    counts    bigint[] not null check (cardinality(counts) = 14),
    -- whether what there was several times has been added up
    added_up  boolean not null default false
);
create index on earned_sum (source_id, span, begins, kind);
create index on earned_sum (added_up) where not added_up;

create function earned_summed() returns trigger language plpgsql
as $$
declare sign integer := case tg_op when 'INSERT' then 1 else -1 end;
begin
    insert into earned_sum (source_id, kind, span, begins, counts)
    select coalesce(source_id, 0), kind,
        case when resolved_on is null then 'year' else 'day' end, coalesce(resolved_on, year),
        array[sum(counts[1]), sum(counts[2]), sum(counts[3]), sum(counts[4]), sum(counts[5]), sum(counts[6]),
            sum(counts[7]), sum(counts[8]), sum(counts[9]), sum(counts[10]), sum(counts[11]), sum(counts[12]),
            sum(counts[13]), sum(counts[14])]::bigint[]
    from (select e.source_id, e.kind, e.resolved_on, date_trunc('year', e.resolved_on)::date as year,
            array(select sign * count from unnest(e.counts) count) as counts
        from changed e) e
    group by grouping sets ((source_id, kind, year), (kind, year), (kind, resolved_on));
    return null;
end $$;
create trigger earned_more after insert on earned
    referencing new table as changed for each statement execute function earned_summed();
create trigger earned_less after delete on earned
    referencing old table as changed for each statement execute function earned_summed();
create function earned_stays() returns trigger language plpgsql
as $$ begin raise exception 'What was earned is deleted and earned anew'; end $$;
create trigger earned_stays before update on earned execute function earned_stays();

insert into earned_sum (source_id, kind, span, begins, counts, added_up)
select coalesce(source_id, 0), kind,
    case when resolved_on is null then 'year' else 'day' end, coalesce(resolved_on, year),
    array[sum(counts[1]), sum(counts[2]), sum(counts[3]), sum(counts[4]), sum(counts[5]), sum(counts[6]),
        sum(counts[7]), sum(counts[8]), sum(counts[9]), sum(counts[10]), sum(counts[11]), sum(counts[12]),
        sum(counts[13]), sum(counts[14])]::bigint[], true
from (select *, date_trunc('year', resolved_on)::date as year from earned) e
group by grouping sets ((source_id, kind, year), (kind, year), (kind, resolved_on));
