-- Rumors that wait for an editor's word, and what became of them.
create table submission (
    id           bigint generated always as identity primary key,
    release_id   bigint not null references release,
    rumor        jsonb not null,
    submitted_by text not null,
    submitted_at timestamptz not null,
    state        text not null check (state in ('waiting', 'accepted', 'rejected')),
    reviewed_by  text,
    reviewed_at  timestamptz,
    -- why it was rejected
    reason       text,
    -- what it became
    rumor_id     bigint references rumor,
    check ((state = 'waiting') = (reviewed_at is null) and (state = 'waiting') = (reviewed_by is null)),
    check ((state = 'rejected') = (reason is not null)),
    check ((state = 'accepted') = (rumor_id is not null))
);
create index on submission (state, id);
create index on submission (submitted_by, id);
-- The same one sent again while it waits is the same one.
create unique index on submission (release_id, submitted_by, md5(rumor::text)) where state = 'waiting';

-- Append-only as before, but for what a redaction takes away.
create or replace function rumor_is_append_only() returns trigger language plpgsql as $$
declare
    -- and the generated columns, which are not yet computed when this runs
    may_differ text[] := '{retracted_at,retracted_by,retraction,said_days,said_by,window_days}';
    redactable text[] := '{url,statement,retraction,said_days,said_by,window_days}';
begin
    if tg_op = 'DELETE' then
        raise exception 'a rumor is never deleted; retract it' using errcode = '23514';
    elsif current_setting('solecast.redacting', true) = 'on'
        and (to_jsonb(old) - redactable) is not distinct from (to_jsonb(new) - redactable) then
        return new;
    elsif old.retracted_at is not null
        or (to_jsonb(old) - may_differ) is distinct from (to_jsonb(new) - may_differ) then
        raise exception 'a rumor is never edited; retract it and record another' using errcode = '23514';
    end if;
    return new;
end
$$;
